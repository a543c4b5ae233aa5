import { randomUUID } from 'node:crypto';
import { Client } from '@opensearch-project/opensearch';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Rotation, rotations } from '../../model/documents/dated-index.ts';
import {
  buildApiMetrics,
  buildCall,
  buildCallReport,
  buildReport,
  buildStats,
  buildWindow,
} from '../../test/builders.ts';
import { makeDocumentStore } from '../clients/document-store.ts';
import { makeExistingIndices } from '../clients/existing-indices.ts';
import { setUpSearch } from '../setup/set-up-search.ts';
import { apiMetricsKind } from './api-metrics-kind.ts';
import { exampleConfig, makeExampleDeps } from './example-deps.ts';
import { makeIndexChoice } from './index-choice.ts';
import { makeRecentCalls } from './recent-calls.ts';
import { softphoneReportKind } from './softphone-report-kind.ts';
import { softphoneStatsKind } from './softphone-stats-kind.ts';
import { storeMessages } from './store-messages.ts';

const search = new Client({ node: process.env.OPENSEARCH_URL ?? 'http://127.0.0.1:9200' });
/** A day of its own, so that nothing of anybody else's is there. */
const start = Date.parse('2026-01-15T10:00:00.000Z');
const at = (second: number) => new Date(start + second * 1000).toISOString();
const indices = 'softphone-*-2026.01.15';
const allOfJanuary = ['softphone-*-2026.01', 'softphone-*-2026.01.w3', indices];
const call = buildCall({ contactId: randomUUID(), startedAt: at(0) });

function statsAt(second: number, lossPercent = 0) {
  const window = (streamType: 'audio_input' | 'audio_output') =>
    buildWindow({ streamType, startedAt: at(second) }, { lossPercent });
  const windows = [window('audio_input'), window('audio_output')];
  return buildStats({ call, windows, sentAt: at(second + 30) });
}
const events = [{ type: 'ended' as const, at: at(95) }];
const messages = [
  statsAt(5),
  statsAt(35, 12),
  statsAt(65),
  buildStats({ call, windows: [], events, sentAt: at(96) }),
  buildReport({
    call,
    sentAt: at(97),
    report: buildCallReport({ callStartTime: at(1), callEndTime: at(95) }),
  }),
];

/** Stores as a function's process of its own would. */
async function store(
  message: (typeof messages)[number],
  recent = makeRecentCalls(),
  receivedAt = message.sentAt,
  rotation: Rotation = 'daily',
) {
  const { deps } = makeExampleDeps();
  const writing = { store: makeDocumentStore(search), limits: exampleConfig.limits, recent };
  const context = { receivedAt: new Date(receivedAt), sourceIp: '81.84.12.9' };
  const indexChoice = makeIndexChoice(makeExistingIndices(search), { rotation });
  const storing = { ...deps, writing, indexChoice };
  const deadline = Date.now() + 20_000;
  return 'report' in message
    ? storeMessages(softphoneReportKind, [{ message, context }], storing, deadline)
    : storeMessages(softphoneStatsKind, [{ message, context }], storing, deadline);
}

async function stored() {
  await search.indices.refresh({ index: indices });
  const { body } = await search.search({ index: indices, size: 100, sort: ['_index', '_id'] as never });
  return body.hits.hits.map(({ _index, _id, _source }) => ({ _index, _id, _source }));
}

beforeAll(() => setUpSearch(search));
const removeAll = () => search.indices.delete({ index: indices });
beforeEach(removeAll);
afterAll(removeAll);

test('the documents are the same in whatever order messages come, however often, and from however many processes', async () => {
  for (const message of messages) await store(message);
  const inOrder = await stored();
  expect(inOrder).toHaveLength(8);
  await removeAll();
  const recent = makeRecentCalls();
  for (const message of [...messages, ...messages].reverse()) await store(message, recent);
  expect(await stored()).toEqual(inOrder);
  await removeAll();
  await Promise.all([...messages, ...messages, ...messages].map((message) => store(message)));
  expect(await stored()).toEqual(inOrder);
});

test('a repeat on another day is the same document in the same index', async () => {
  await store(statsAt(5));
  const before = await stored();
  await store(statsAt(5), makeRecentCalls(), '2026-01-15T10:00:40.000Z');
  const tomorrow = { ...statsAt(5), sentAt: '2026-01-16T09:00:00.000Z' };
  await store(tomorrow, makeRecentCalls(), tomorrow.sentAt);
  expect(await stored()).toEqual(before);
});

test.each(rotations)(
  'after a change from %s to any other rotation, a repeat is the same document',
  async (before) => {
    await store(statsAt(5), makeRecentCalls(), undefined, before);
    const stored = async () => {
      await search.indices.refresh({ index: allOfJanuary });
      const { body } = await search.search({
        index: allOfJanuary,
        size: 100,
        sort: ['_index', '_id'] as never,
      });
      return body.hits.hits.map(({ _index, _id }) => `${_index} ${_id}`);
    };
    const once = await stored();
    expect(once).toHaveLength(3);
    for (const after of rotations) await store(statsAt(5), makeRecentCalls(), undefined, after);
    expect(await stored()).toEqual(once);
    await search.indices.delete({ index: allOfJanuary });
  },
);

test('every figure can be searched and added up, and the samples can be read', async () => {
  for (const message of messages) await store(message);
  await stored();
  const lossy = [{ term: { agentPublicIp: '81.84.12.0/24' } }, { range: { packetsLostPercent: { gt: 5 } } }];
  const { body } = await search.search({
    index: 'softphone-stream-stats-2026.01.15',
    body: {
      query: { bool: { filter: lossy } },
      aggs: { mos: { avg: { field: 'mos.avg' } }, reasons: { terms: { field: 'ratingReasons' } } },
    } as object,
  });
  expect(body.hits.total).toMatchObject({ value: 2 });
  expect(body.aggregations).toMatchObject({ mos: { value: expect.closeTo(3.3, 0) } });
  expect(body.hits.hits[0]?._source).toMatchObject({ samples: { packetsLost: expect.any(Array) } });
  const calls = await search.count({
    index: 'softphone-calls-2026.01.15',
    body: {
      query: { bool: { filter: [{ term: { rating: 'poor' } }, { term: { 'events.type': 'ended' } }] } },
    },
  });
  expect(calls.body.count).toBe(1);
});

test('API metrics add up over agents', async () => {
  const { deps } = makeExampleDeps();
  const writing = { store: makeDocumentStore(search), limits: exampleConfig.limits };
  const message = buildApiMetrics({ startedAt: at(0), endedAt: at(30), sentAt: at(30) });
  const arrival = { message, context: { receivedAt: new Date(at(30)) } };
  const another = { ...arrival, message: { ...message, clientId: randomUUID(), agent: 'rui.martins' } };
  const deadline = Date.now() + 20_000;
  await storeMessages(apiMetricsKind, [arrival, another, arrival], { ...deps, writing }, deadline);
  await stored();
  const { body } = await search.search({
    index: 'softphone-api-metrics-2026.01.15',
    body: {
      size: 0,
      query: { term: { name: 'putAgentState' } },
      aggs: { calls: { sum: { field: 'count' } }, fast: { sum: { field: 'buckets.le100' } } },
    },
  });
  expect(body.aggregations).toMatchObject({ calls: { value: 4 }, fast: { value: 2 } });
});
