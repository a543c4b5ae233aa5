import { expect, test } from 'vitest';
import { noQueueName, queueNames } from '../../model/documents/connect-instance.ts';
import { KnownError } from '../errors.ts';
import { makeInstanceDirectory } from './instance-directory.ts';

const instance = {
  instanceId: 'i',
  hierarchyLevels: { level1: 'Division' },
  queues: [
    { id: 'q', arn: 'arn:aws:connect:eu-west-1:1:instance/i/queue/q', name: 'Billing', deleted: true },
  ],
  syncedAt: '2026-03-04T10:00:00.000Z',
};

/** A directory over a document that a test may change, and how often it was asked for. */
function setUp(document: object | 'down' | undefined) {
  const state = { document, clock: 0, asked: 0 };
  const read = async () => {
    state.asked++;
    if (state.document === 'down') throw new KnownError('unavailable', 'down');
    return [state.document && { source: state.document, version: { seqNo: 1, primaryTerm: 1 } }];
  };
  const directory = makeInstanceDirectory({ read }, () => state.clock);
  return { state, find: () => directory('i') };
}

test('is asked once a minute, by however many', async () => {
  const { state, find } = setUp(instance);
  expect(await Promise.all([find(), find()])).toEqual([instance, instance]);
  expect(state.asked).toBe(1);
  state.clock = 60_000;
  state.document = { ...instance, queues: [] };
  expect(await find()).toMatchObject({ queues: [] });
});

test.each([undefined, 'down', { of: 'another version' }] as const)('of %j nothing is known', async (its) => {
  expect(await setUp(its).find()).toBeUndefined();
});

test('what was known is not forgotten in an outage', async () => {
  const { state, find } = setUp(instance);
  await find();
  state.document = 'down';
  state.clock = 60_000;
  expect(await find()).toEqual(instance);
  state.clock = 120_000;
  expect(await find()).toEqual(instance);
});

test('a queue is known by its ARN and by its id, also once it is deleted', () => {
  const name = queueNames(instance);
  expect(['q', 'arn:aws:connect:eu-west-1:1:instance/i/queue/q'].map(name)).toEqual(['Billing', 'Billing']);
  const others = ['other', 'arn:aws:connect:eu-west-1:1:instance/i/queue/agent/q', undefined];
  expect(others.map(name)).toEqual([undefined, undefined, undefined]);
  expect(noQueueName('q')).toBeUndefined();
});
