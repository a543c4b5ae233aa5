import { Client } from '@opensearch-project/opensearch';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askSearch } from '../../functions/query/ask-search.ts';
import { buildLimitedMeans } from '../../functions/query/example-means.ts';
import { route } from '../../functions/query/route.ts';
import { makePreflight, preflightMapping } from '../../model/documents/preflight.ts';
import type { Preflight } from '../../model/messages/preflight.ts';
import { lastChecks } from '../../model/query/last-checks.ts';
import { buildDimensions, buildStamps } from '../document-builders.ts';
import { fillIndex } from './fill-index.ts';

const url = process.env.OPENSEARCH_URL;
const client = new Client({ node: url ?? 'http://127.0.0.1:9200' });
const index = `softphone-preflights-test-last-${process.pid}`;

const checks: Readonly<Record<Preflight['outcome'], Preflight['checks']>> = {
  failed: [
    { check: 'turnUdp', outcome: 'limited', reason: 'blocked' },
    { check: 'turnTls', outcome: 'failed', reason: 'timedOut' },
    { check: 'regionRoundTrip', outcome: 'passed', value: 40 },
  ],
  limited: [{ check: 'turnUdp', outcome: 'limited', reason: 'highRoundTrip', value: 420 }],
  ready: [{ check: 'turnUdp', outcome: 'passed', value: 52 }],
};

/** Long before anyone else's documents. */
function run(
  agent: string,
  time: string,
  outcome: Preflight['outcome'],
  site = 'Lisbon',
  level2 = 'Billing',
) {
  const at = `2005-06-07T${time}:00.000Z`;
  return makePreflight({
    preflight: { startedAt: at, trigger: 'signIn', outcome, checks: checks[outcome] },
    stamps: buildStamps({ '@timestamp': at, receivedAt: at }),
    dimensions: buildDimensions({ agent, site, agentHierarchy: { level1: 'Service', level2 } }),
  });
}

beforeAll(async () => {
  if (!url) return;
  await fillIndex(client, index, preflightMapping, [
    run('ana', '08:00', 'failed'),
    run('ana', '08:10', 'ready'),
    run('bo', '08:00', 'ready', 'Krakow'),
    run('bo', '12:00', 'failed', 'Krakow'),
    run('cy', '09:00', 'limited', 'Krakow', 'Sales'),
    run('di', '07:00', 'failed', 'Krakow', 'Sales'),
    run('ed', '09:30', 'ready'),
  ]);
});
afterAll(async () => {
  if (url) await client.indices.delete({ index });
});

async function asked(more: readonly [string, string][] = [], groups = ['admins']) {
  const limits = { sellers: { hierarchy: { level2: ['Sales'] } }, biller: { queues: ['Billing'] } };
  const query = new URLSearchParams([
    ['from', '2005-06-07T00:00:00.000Z'],
    ['to', '2005-06-08T00:00:00.000Z'],
    ...more,
  ]);
  const answer = await route('last-checks', query, buildLimitedMeans(askSearch(client), groups, limits));
  return lastChecks.parse(answer);
}

test('of each agent the last check of the range counts, the failed ones first, with what did not pass', async () => {
  const { agents, checks: found, more } = await asked();
  expect({ agents, more }).toEqual({ agents: { failed: 2, limited: 1, ready: 2 }, more: false });
  expect(found.map(({ agent, site, outcome }) => [agent, site, outcome])).toEqual([
    ['bo', 'Krakow', 'failed'],
    ['di', 'Krakow', 'failed'],
    ['cy', 'Krakow', 'limited'],
  ]);
  expect(found[0]?.faults).toEqual([
    { check: 'turnTls', outcome: 'failed', reason: 'timedOut', value: null },
    { check: 'turnUdp', outcome: 'limited', reason: 'blocked', value: null },
  ]);
  expect(found[2]?.faults).toEqual([
    { check: 'turnUdp', outcome: 'limited', reason: 'highRoundTrip', value: 420 },
  ]);
});

test('a range, a filter and a manager’s limit narrow it; a limit by what checks have not lets nothing through', async () => {
  expect((await asked([['agent', 'ana']])).agents).toEqual({ failed: 0, limited: 0, ready: 1 });
  const early = await asked([['site', 'Krakow']]);
  expect(early.agents).toEqual({ failed: 2, limited: 1, ready: 0 });
  expect((await asked([], ['managers', 'sellers'])).checks.map(({ agent }) => agent)).toEqual(['di', 'cy']);
  expect((await asked([], ['managers', 'biller'])).agents).toEqual({ failed: 0, limited: 0, ready: 0 });
});
