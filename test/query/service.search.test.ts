import { Client } from '@opensearch-project/opensearch';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askSearch } from '../../functions/query/ask-search.ts';
import { buildLimitedMeans } from '../../functions/query/example-means.ts';
import { route } from '../../functions/query/route.ts';
import { callMapping } from '../../model/documents/call.ts';
import { currentMetricMapping, makeQueueNow } from '../../model/documents/current-metric.ts';
import { historicalMetricMapping, makeHistoricalMetric } from '../../model/documents/historical-metric.ts';
import { metricPoll } from '../../model/documents/metric-poll.ts';
import { pageAnswer } from '../../model/query/page.ts';
import { queuesNow } from '../../model/query/queues-now.ts';
import { buildCallDocument, buildCallQueue, buildDimensions, buildStamps } from '../document-builders.ts';
import { fillIndex } from './fill-index.ts';

const url = process.env.OPENSEARCH_URL;
const client = new Client({ node: url ?? 'http://127.0.0.1:9200' });
const indexOf = (kind: string) => `${kind}-test-service-${process.pid}`;
/** Long before anyone else's documents. */
const now = new Date('2004-05-06T10:20:00.000Z');
const ago = (seconds: number) => new Date(now.getTime() - 1000 * seconds).toISOString();

const snapshot = (
  queue: string,
  seconds: number,
  figures: Parameters<typeof makeQueueNow>[1],
  channel = 'VOICE',
) =>
  makeQueueNow(
    {
      instanceId: 'instance',
      '@timestamp': ago(seconds),
      receivedAt: ago(seconds),
      contactQueue: queue,
      contactQueueArn: `arn:${queue}`,
      channel,
    },
    figures,
  );
const counted = (queue: string, at: string, answered: number, abandoned: number, inTime: number) =>
  makeHistoricalMetric(
    {
      instanceId: 'instance',
      '@timestamp': at,
      endsAt: new Date(Date.parse(at) + 900_000).toISOString(),
      intervalMinutes: 15,
      receivedAt: at,
      subject: 'queue',
      subjectId: queue,
      contactQueue: queue,
      contactQueueArn: `arn:${queue}`,
    },
    {
      contactsQueued: answered + abandoned,
      contactsQueuedByEnqueue: answered + abandoned,
      contactsHandledByConnected: answered,
      contactsAbandoned: abandoned,
      contactsAnsweredInServiceLevel: inTime,
      maxQueuedSeconds: 10 * answered,
    },
  );
const call = (contactQueue: string, seconds: number, rating: 'good' | 'poor') =>
  buildCallDocument({
    startedAt: ago(seconds),
    stamps: buildStamps({ '@timestamp': ago(seconds) }),
    facts: { at: ago(seconds), dimensions: buildDimensions(), contact: { contactId: `c${seconds}` } },
    queue: buildCallQueue({ contactQueue }),
    windows: { 1: { streamType: 'audio_input', seconds: 30, rating, ratingReasons: [] } as never },
  });

const documents = {
  'connect-current-metrics': [
    // The newest of each queue and channel counts, and what is older than ten minutes does not.
    snapshot('Billing', 45, { contactsInQueue: 9, agentsOnline: 4 }),
    snapshot('Billing', 30, { contactsInQueue: 2, oldestContactSeconds: 61, agentsOnline: 5 }),
    snapshot('Billing', 30, { contactsInQueue: 0, agentsOnline: 1 }, 'CHAT'),
    snapshot('Sales', 15, { contactsInQueue: 3, agentsAvailable: 1 }),
    snapshot('Night', 900, { contactsInQueue: 7 }),
  ],
  'connect-historical-metrics': [
    counted('Billing', '2004-05-06T09:00:00.000Z', 8, 2, 6),
    counted('Billing', '2004-05-06T09:15:00.000Z', 10, 0, 9),
    counted('Sales', '2004-05-06T09:00:00.000Z', 1, 9, 0),
  ],
  'softphone-calls': [
    call('Billing', 300, 'poor'),
    call('Billing', 400, 'good'),
    call('Billing', 3000, 'good'),
    call('Sales', 200, 'good'),
  ],
};
const mappings = {
  'connect-current-metrics': currentMetricMapping,
  'connect-historical-metrics': historicalMetricMapping,
  'softphone-calls': callMapping,
};
const kinds = Object.keys(documents) as (keyof typeof documents)[];

beforeAll(async () => {
  if (!url) return;
  for (const kind of kinds) await fillIndex(client, indexOf(kind), mappings[kind], documents[kind]);
});
afterAll(async () => {
  if (url) await client.indices.delete({ index: kinds.map(indexOf) });
});

const managerLimits = { billing: { queues: ['Billing'] }, lisbon: { hierarchy: { level1: ['Service'] } } };

const poll = metricPoll.parse({
  ...{ instanceId: 'instance', poller: 'current', at: now.toISOString() },
  ...{ requests: 1, documents: 5, faults: { throttled: 1 } },
});

function ask(path: string, groups: readonly string[], query: Record<string, string> = {}) {
  const means = buildLimitedMeans(askSearch(client), groups, managerLimits, {
    metricPolls: async () => [poll],
    now: () => now,
  });
  return route(path, new URLSearchParams(query), means);
}
const queuesFor = async (groups: readonly string[], query?: Record<string, string>) =>
  queuesNow.parse(await ask('queues-now', groups, query));

test.skipIf(!url)(
  'queues stand as their newest snapshots say, beside how their last calls sounded',
  async () => {
    const { at, queues, more, polls } = await queuesFor(['managers']);
    expect(polls).toEqual([{ poller: 'current', at: now.toISOString(), faults: { throttled: 1 } }]);
    expect({ at, more }).toEqual({ at: now.toISOString(), more: false });
    expect(queues.map(({ queue, channel, contactsInQueue }) => [queue, channel, contactsInQueue])).toEqual([
      ['Sales', 'VOICE', 3],
      ['Billing', 'VOICE', 2],
      ['Billing', 'CHAT', 0],
    ]);
    expect(queues[1]).toMatchObject({
      takenAt: ago(30),
      oldestContactSeconds: 61,
      agentsOnline: 5,
      agentsAvailable: null,
    });
    expect(queues[1]?.sound).toMatchObject({
      calls: { value: 2, restsOn: 2 },
      poorTime: { value: 50, restsOn: 2 },
    });
    expect(queues[2]?.sound).toBeNull();
    expect((await queuesFor(['managers'], { queue: 'Sales' })).queues.map(({ queue }) => queue)).toEqual([
      'Sales',
    ]);
  },
);

test.skipIf(!url)('a manager of a queue sees that queue alone; queues belong to no team', async () => {
  const names = async (group: string) =>
    (await queuesFor(['managers', group])).queues.map(({ queue }) => queue);
  expect(await names('billing')).toEqual(['Billing', 'Billing']);
  expect((await queuesFor(['managers', 'billing'], { queue: 'Sales' })).queues).toEqual([]);
  expect(await names('lisbon')).toEqual([]);
});

const range = { from: '2004-05-06T08:00:00.000Z', to: now.toISOString() };
const serviceFor = async (groups: readonly string[]) =>
  pageAnswer.parse(await ask('page', groups, { page: 'service', ...range })).panels;

test.skipIf(!url)('service stands beside sound, for each as far as they may see', async () => {
  const groupsOf = async (groups: readonly string[]) => {
    const { queues } = await serviceFor(groups);
    return queues?.kind === 'breakdown' ? queues.groups : [];
  };
  const [first, second] = await groupsOf(['managers']);
  expect(first).toMatchObject({
    key: 'Billing',
    now: {
      serviceLevel: { value: 75, restsOn: 20 },
      abandonedShare: { value: 10, restsOn: 20 },
      longestWait: { value: 100, restsOn: 2 },
      poorCalls: { restsOn: 3 },
    },
  });
  expect(second).toMatchObject({ key: 'Sales', now: { serviceLevel: { value: 0 }, poorTime: { value: 0 } } });
  expect((await groupsOf(['managers', 'billing'])).map(({ key }) => key)).toEqual(['Billing']);
  expect(await groupsOf(['managers', 'lisbon'])).toEqual([]);
});

test.skipIf(!url)('figures of quarters of an hour are drawn by half hours at least', async () => {
  const panels = await serviceFor(['managers', 'billing']);
  const overTime = panels['service-over-time'];
  if (overTime?.kind !== 'overTime') throw new Error('no panel');
  expect(overTime.interval).toBe('30m');
  const { columns } = overTime.series[0] ?? {};
  const at = overTime.times.indexOf('2004-05-06T09:00:00.000Z');
  expect([columns?.serviceLevel?.values[at], columns?.serviceLevel?.restsOn[at]]).toEqual([75, 20]);
  expect(columns?.poorTime?.values).toHaveLength(overTime.times.length);
});
