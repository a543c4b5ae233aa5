import { expect, test } from 'vitest';
import {
  buildAgentEvent,
  buildContactRecord,
  buildFlowLog,
  connectInstanceArn,
} from '../../test/connect-builders.ts';
import type { KeptMessage } from '../ingest/kept-message.ts';
import { makeExampleCollector } from './example-collector.ts';
import { storingRecords } from './store-kept-records.ts';

const arn = `${connectInstanceArn}/queue/8d5c7a41-0000-4000-8000-00000000000b`;
const instance = {
  instanceId: '7f0c2d5e-3b1a-4c68-9d2e-5a4b8c6d1e0f',
  hierarchyLevels: {},
  queues: [{ id: '8d5c7a41-0000-4000-8000-00000000000b', arn, name: 'Returns', deleted: false }],
  syncedAt: '2026-03-04T09:00:00.000Z',
};
const nameless = { Queue: { ARN: arn, Name: null } };
const record = buildContactRecord(nameless);
const event = buildAgentEvent({
  CurrentAgentSnapshot: {
    Configuration: { Username: 'ana.silva' },
    Contacts: [{ ContactId: '3c5b6f2a-1111-4222-8333-944445555666', ...nameless }],
  },
});
const block = buildFlowLog({ ContactFlowModuleType: 'SetQueue', Parameters: { Queue: arn } });

const stored = ({ documents }: ReturnType<typeof makeExampleCollector>, kind: string) =>
  [...documents()].flatMap(([place, document]) => (place.startsWith(kind) ? [document] : []));

test('a queue that comes with its ARN alone has the name that it has in the instance', async () => {
  const collector = makeExampleCollector({ flowLogs: { parameters: ['Queue'] } }, instance);
  await collector.records([record]);
  await collector.events([event]);
  await collector.lines([block]);
  expect(stored(collector, 'connect-contacts-')).toMatchObject([
    { contactQueue: 'Returns', contactQueueArn: arn },
  ]);
  const ofAgent = [{ contacts: [{ queue: 'Returns', queueArn: arn }] }];
  expect(stored(collector, 'connect-agent-events-')).toMatchObject(ofAgent);
  expect(stored(collector, 'connect-agent-states')).toMatchObject(ofAgent);
  expect(stored(collector, 'connect-flow-logs-')).toMatchObject([{ parameters: ['Queue=Returns'] }]);
});

test('so has one that comes without any word about its name', async () => {
  const collector = makeExampleCollector({}, instance);
  await collector.records([buildContactRecord({ Queue: { ARN: arn } })]);
  expect(stored(collector, 'connect-contacts-')).toMatchObject([{ contactQueue: 'Returns' }]);
});

test('what says a name itself keeps it, and what nobody knows stays as it is', async () => {
  const renamed = makeExampleCollector({}, instance);
  await renamed.records([buildContactRecord({ Queue: { ARN: arn, Name: 'Returns of old' } })]);
  expect(stored(renamed, 'connect-contacts-')).toMatchObject([{ contactQueue: 'Returns of old' }]);
  for (const unknown of [undefined, { ...instance, queues: [] }]) {
    const collector = makeExampleCollector({ flowLogs: { parameters: ['Queue'] } }, unknown);
    await collector.records([record]);
    await collector.lines([block]);
    const [contact] = stored(collector, 'connect-contacts-');
    expect(contact).toMatchObject({ contactQueueArn: arn });
    expect(contact).not.toHaveProperty('contactQueue');
    expect(stored(collector, 'connect-flow-logs-')).toMatchObject([{ parameters: [`Queue=${arn}`] }]);
  }
});

test('where the settings keep no names of queues, none is looked up', async () => {
  const collector = makeExampleCollector(
    { contactRecords: { fields: ['Queue.ARN'] }, agentEvents: { fields: eventFields } },
    instance,
  );
  await collector.records([record]);
  await collector.events([event]);
  expect(stored(collector, 'connect-')).toHaveLength(3);
  expect(JSON.stringify(stored(collector, 'connect-'))).not.toContain('Returns');
  expect(JSON.stringify(stored(collector, 'connect-'))).toContain(arn);
});

const eventFields = ['ContactId', 'Queue.ARN'].map((name) => `CurrentAgentSnapshot.Contacts.${name}`);

test('a record that waited while the search service was down is named when it is stored', async () => {
  const collector = makeExampleCollector({}, instance);
  collector.is.down = true;
  await collector.records([record]);
  expect(JSON.stringify(collector.queued)).not.toContain('Returns');
  collector.is.down = false;
  const [message] = collector.queued;
  expect(message).toMatchObject({ route: 'contact-records' });
  await storingRecords.get('contact-records')?.(message as KeptMessage, collector.deps, Infinity);
  expect(stored(collector, 'connect-contacts-')).toMatchObject([{ contactQueue: 'Returns' }]);
});
