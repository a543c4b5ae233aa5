import { Client } from '@opensearch-project/opensearch';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askSearch } from '../../functions/query/ask-search.ts';
import { buildMeans } from '../../functions/query/example-means.ts';
import { route } from '../../functions/query/route.ts';
import { apiMetricMapping, makeApiMetric } from '../../model/documents/api-metric.ts';
import { callMapping } from '../../model/documents/call.ts';
import { latencyBucket, latencyBucketsMillis } from '../../model/quality/latency-buckets.ts';
import { findings } from '../../model/query/findings.ts';
import { buildCallDocument, buildCallQueue, buildDimensions, buildStamps } from '../document-builders.ts';
import { fillIndex } from './fill-index.ts';

const url = process.env.OPENSEARCH_URL;
const run = `${process.pid}-${Date.now()}`;
const indices = { calls: `softphone-calls-test-f-${run}`, api: `softphone-api-metrics-test-f-${run}` };
const client = new Client({ node: url ?? 'http://127.0.0.1:9200' });

/** Three days long before anyone else's; a call every minute, each agent in turn. */
const from = Date.parse('2002-06-03T00:00:00.000Z');
const minutes = 3 * 24 * 60;
const iso = (minute: number) => new Date(from + minute * 60_000).toISOString();
const agents = Array.from({ length: 30 }, (_, i) => ({
  name: `agent-${i}`,
  site: i % 3 === 0 ? 'Krakow' : 'Lisbon',
  queue: `Queue ${i % 4}`,
}));
const badAgent = 'agent-7';
const siteFault = { from: 24 * 60 + 600, to: 24 * 60 + 900 };
const slow = { from: 2 * 24 * 60 + 480, to: 2 * 24 * 60 + 600 };

function callAt(minute: number) {
  const agent = agents[minute % agents.length] ?? { name: '', site: '', queue: '' };
  const turn = Math.floor(minute / agents.length);
  const inFault = minute >= siteFault.from && minute < siteFault.to;
  // One call in twenty is poor everywhere, at another turn for each agent.
  const isPoor =
    (turn + minute) % 20 === 0 ||
    (agent.name === badAgent && turn % 5 > 1) ||
    (agent.site === 'Krakow' && inFault && turn % 4 > 0);
  const dimensions = buildDimensions({ agent: agent.name, site: agent.site, agentHierarchy: {} });
  const contactId = `00000000-0000-4000-8000-${String(minute).padStart(12, '0')}`;
  return buildCallDocument({
    startedAt: iso(minute),
    stamps: buildStamps({ '@timestamp': iso(minute) }),
    facts: {
      at: iso(minute),
      dimensions,
      contact: { contactId },
    },
    queue: buildCallQueue({ contactQueue: agent.queue }),
    windows: {
      a: { streamType: 'audio_input', seconds: 30, rating: isPoor ? 'poor' : 'good', ratingReasons: [] },
    },
  });
}

function apiCallAt(minute: number) {
  const time = minute >= slow.from && minute < slow.to ? 4200 : 120 + (minute % 60);
  const buckets = latencyBucketsMillis.map((_, i) => (i === latencyBucket(time) ? 3 : 0));
  return makeApiMetric({
    operation: {
      name: 'acceptContact',
      longPoll: false,
      count: 3,
      errors: 0,
      faults: 0,
      timeMillis: { sum: 3 * time, max: time },
      buckets: [...buckets, 0],
    },
    startedAt: iso(minute),
    endedAt: iso(minute),
    stamps: buildStamps({ '@timestamp': iso(minute) }),
    dimensions: buildDimensions(),
  });
}

const all = Array.from({ length: minutes }, (_, minute) => minute);
const calls = all.map(callAt);

beforeAll(async () => {
  if (!url) return;
  await fillIndex(client, indices.calls, callMapping, calls);
  await fillIndex(client, indices.api, apiMetricMapping, all.map(apiCallAt));
});
afterAll(async () => {
  if (url) await client.indices.delete({ index: Object.values(indices) });
});

test.skipIf(!url)(
  'finds the bad agent, the site’s bad hours and the slow operation, and accuses no one else',
  async () => {
    const query = new URLSearchParams({ from: iso(0), to: iso(minutes) });
    const found = findings.parse(await route('findings', query, buildMeans(askSearch(client))));
    const count = (is: (call: (typeof calls)[number]) => boolean) => calls.filter(is).length;
    const isPoor = (call: (typeof calls)[number]) => call.rating === 'poor';
    const others = (call: (typeof calls)[number]) => call.agent !== badAgent;
    expect(found.calls).toEqual([
      {
        dimension: 'agent',
        key: badAgent,
        poorCalls: count((call) => call.agent === badAgent && isPoor(call)),
        classifiedCalls: count((call) => call.agent === badAgent),
        elsewherePercent: (100 * count((call) => others(call) && isPoor(call))) / count(others),
      },
      {
        dimension: 'site',
        key: 'Krakow',
        poorCalls: count((call) => call.site === 'Krakow' && isPoor(call)),
        classifiedCalls: count((call) => call.site === 'Krakow'),
        elsewherePercent: expect.closeTo(5, 0),
        during: { from: iso(siteFault.from), to: iso(siteFault.to) },
      },
    ]);
    expect(found.api).toMatchObject([
      { operation: 'acceptContact', from: iso(slow.from), to: iso(slow.to), calls: 360 },
    ]);
  },
);
