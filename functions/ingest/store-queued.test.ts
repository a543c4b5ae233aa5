import type { SQSRecord } from 'aws-lambda';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildApiMetrics, buildCall, buildReport, buildStats } from '../../test/builders.ts';
import type { FailedMessage } from '../clients/failed-records.ts';
import { queueText } from '../clients/queue.ts';
import { KnownError } from '../errors.ts';
import { apiMetricsKind } from './api-metrics-kind.ts';
import { makeExampleDeps } from './example-deps.ts';
import { keep } from './kept-message.ts';
import { softphoneReportKind } from './softphone-report-kind.ts';
import { softphoneStatsKind } from './softphone-stats-kind.ts';
import { storeMessages } from './store-messages.ts';
import { storeQueued } from './store-queued.ts';

const never = Number.POSITIVE_INFINITY;
const sentAt = '2026-03-04T10:01:39.000Z';
const receivedAt = new Date('2026-03-04T10:01:40.000Z');
const unavailable = async () => {
  throw new KnownError('unavailable', 'It cannot be reached.');
};

const recordOf = (body: string, received = 1): SQSRecord =>
  ({
    messageId: 'm',
    receiptHandle: 'handle',
    body,
    attributes: { ApproximateReceiveCount: String(received), SentTimestamp: String(receivedAt.getTime()) },
  }) as SQSRecord;
const statsBody = (change: Parameters<typeof buildStats>[0] = {}) =>
  queueText(keep(softphoneStatsKind, { message: buildStats(change), context: { receivedAt } }));

function setUp(change: Parameters<typeof makeExampleDeps>[0] = {}) {
  const { deps, store, counted } = makeExampleDeps(change);
  const aside: FailedMessage[] = [];
  const postponed: number[] = [];
  const ages: number[] = [];
  const queued = {
    ...deps,
    failedRecords: { keepMessage: async (message: FailedMessage) => void aside.push(message) },
    queue: { postpone: async (_: string, seconds: number) => void postponed.push(seconds) },
    gauges: { measure: ({ value }: { value: number }) => void ages.push(value) },
    now: () => receivedAt.getTime() + 400_000,
  };
  return { deps, queued, store, counted, aside, postponed, ages };
}

test('stores what it would have stored at once, whatever the message and however it came', async () => {
  const contexts = fc.record({
    receivedAt: fc.constant(receivedAt),
    sourceIp: fc.option(fc.oneof(fc.ipV4(), fc.constant('2001:db8::7')), { nil: undefined }),
    userAgent: fc.option(fc.string(), { nil: undefined }),
  });
  const call = fc.record({
    iceServers: fc.array(fc.constantFrom('turn:u:p@turn.example:3478', 'stun.example', '!'), {
      maxLength: 3,
    }),
    queue: fc.record({ name: fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }) }),
  });
  await fc.assert(
    fc.asyncProperty(contexts, call, async (context, change) => {
      const stats = { message: buildStats({ call: buildCall(change), sentAt }), context };
      const report = { message: buildReport({ call: buildCall(change), sentAt }), context };
      const metrics = { message: buildApiMetrics(), context };
      const direct = setUp();
      await storeMessages(softphoneStatsKind, [stats], direct.deps, never);
      await storeMessages(softphoneReportKind, [report], direct.deps, never);
      await storeMessages(apiMetricsKind, [metrics], direct.deps, never);
      const later = setUp();
      const kept = [
        keep(softphoneStatsKind, stats),
        keep(softphoneReportKind, report),
        keep(apiMetricsKind, metrics),
      ];
      for (const one of kept) await storeQueued(recordOf(queueText(one)), later.queued, never);
      expect(later.store.documents()).toEqual(direct.store.documents());
      expect(later.aside).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

test('counts what was stored later', async () => {
  const { queued, counted } = setUp();
  await storeQueued(recordOf(statsBody()), queued, never);
  expect(counted).toEqual([{ metric: 'StoredLater', count: 2, dimensions: { route: 'softphone-stats' } }]);
});

test.each([
  ['is no JSON', '{"route":', 'unreadable', undefined],
  ['is another thing', '{"route":"softphone-stats"}', 'unreadable', undefined],
  [
    'has a route that would leave its folder',
    statsBody().replace('softphone-stats', '../x'),
    'unreadable',
    undefined,
  ],
  ['has a route that nobody takes', statsBody().replace('softphone-stats', 'other'), 'invalid', 'other'],
  ['is no message of its route', statsBody({ windows: [] }), 'invalid', 'softphone-stats'],
  [
    'is not plausible',
    statsBody({ call: buildCall({ startedAt: '2020-03-04T10:00:00.000Z' }) }),
    'invalid',
    'softphone-stats',
  ],
])('a message that %s is set aside with the reason, and done', async (_, body, reason, route) => {
  const { queued, aside, counted, store } = setUp();
  await storeQueued(recordOf(body), queued, never);
  expect(aside).toMatchObject([{ reason }]);
  expect(aside[0]?.route).toBe(route);
  expect(aside[0]?.body).toEqual(route === undefined ? body : JSON.parse(body));
  expect(counted).toEqual([{ metric: 'SetAside', count: 1, dimensions: { reason } }]);
  expect(store.documents().size).toBe(0);
});

test('so is a message of an agent whom nobody knows any more', async () => {
  const { queued, aside } = setUp({ users: { find: async () => ({ standing: 'unknown' }) } });
  await storeQueued(recordOf(statsBody()), queued, never);
  expect(aside).toMatchObject([
    { reason: 'unknownAgent', detail: 'The instance has no user of this name.', route: 'softphone-stats' },
  ]);
});

test('what cannot be stored now is left, and postponed longer each time, up to a quarter of an hour', async () => {
  const { writing } = makeExampleDeps().deps;
  const down = { ...writing, store: { read: unavailable, write: unavailable } };
  const { queued, aside, postponed } = setUp({ writing: down });
  for (const received of [1, 2, 5, 9, 90]) {
    await expect(storeQueued(recordOf(statsBody(), received), queued, never)).rejects.toMatchObject({
      kind: 'unavailable',
    });
  }
  expect(aside).toEqual([]);
  for (const [i, longest] of [2, 4, 32, 512, 900].entries()) {
    expect(postponed[i]).toBeLessThanOrEqual(longest);
    expect(postponed[i]).toBeGreaterThanOrEqual(longest * 0.75);
  }
});

test('what can be neither stored nor set aside is left as well', async () => {
  const { queued, postponed } = setUp();
  const noBucket = { ...queued, failedRecords: { keepMessage: unavailable } };
  await expect(storeQueued(recordOf('?'), noBucket, never)).rejects.toMatchObject({ kind: 'unavailable' });
  expect(postponed).toHaveLength(1);
});

test('says how old a message is that must wait on, and nothing of one that is stored', async () => {
  const waiting = setUp({ users: { find: unavailable } });
  await expect(storeQueued(recordOf(statsBody()), waiting.queued, never)).rejects.toThrow();
  expect(waiting.ages).toEqual([400]);
  const { queued, ages } = setUp();
  await storeQueued(recordOf(statsBody({ sentAt })), queued, never);
  expect(ages).toEqual([]);
});
