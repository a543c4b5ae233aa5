import { Client } from '@opensearch-project/opensearch';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Ask } from '../../functions/query/ask.ts';
import { askSearch } from '../../functions/query/ask-search.ts';
import { bucketsAt, numberAt } from '../../functions/query/bucket.ts';
import { allOf, during } from '../../functions/query/conditions.ts';
import { buildMeans } from '../../functions/query/example-means.ts';
import { inKnownZones, zoneNotKnown } from '../../functions/query/known-zones.ts';
import { intervalsOf, overTime } from '../../functions/query/over-time.ts';
import { route } from '../../functions/query/route.ts';
import { callMapping } from '../../model/documents/call.ts';
import { columnTimes } from '../../model/query/columns.ts';
import { overview } from '../../model/query/overview.ts';
import { fillIndex } from './fill-index.ts';
import { scratchCalls } from './scratch-documents.ts';

/** The search engine takes its zones from the Java runtime, Node from its own ICU: neither has all of the other's. */
const client = new Client({ node: process.env.OPENSEARCH_URL ?? 'http://127.0.0.1:9200' });
const index = `softphone-calls-test-${process.pid}-${Date.now()}`;
const ask = inKnownZones(askSearch(client));
/** Nine months in which most clocks change; of a year in which nobody else's documents are, for an overview is of all. */
const long = { from: '2005-03-22T00:00:00.000Z', to: '2005-12-22T00:00:00.000Z' };
const calls = scratchCalls.map((call) => ({
  ...call,
  '@timestamp': call['@timestamp'].replace(/^2001/, '2005'),
}));

beforeAll(() => fillIndex(client, index, callMapping, calls));
afterAll(() => client.indices.delete({ index }));

test('weeks are cut alike in every time zone that Node knows, whether the search engine does or not', async () => {
  const wrong: string[] = [];
  for (const zone of [...Intl.supportedValuesOf('timeZone'), 'America/Coyhaique']) {
    const range = { ...long, zone };
    const { coarse } = intervalsOf(range);
    const query = allOf([during(long.from, long.to)]);
    const body = { size: 0, query, aggs: { weeks: overTime(range, coarse, []) } };
    const [answer] = await ask([{ index, body }]);
    const found = bucketsAt(answer?.aggregations ?? {}, 'weeks').map((week) => numberAt(week, 'key') ?? 0);
    const ours = columnTimes(range, coarse);
    if (found.length === 0 || !found.every((at) => ours.includes(at))) wrong.push(zone);
  }
  expect(wrong).toEqual([]);
});

/** What the search engine says to a zone that it does not know. */
async function refusalOf(zone: string): Promise<unknown> {
  const range = { ...long, zone };
  const body = { size: 0, aggs: { weeks: overTime(range, intervalsOf(range).coarse, []) } };
  return askSearch(client)([{ index, body }]).catch((error: unknown) => error);
}

test('the search engine says which zone it does not know', async () => {
  expect(zoneNotKnown(await refusalOf('Mars/Olympus'))).toBe('Mars/Olympus');
});

const overviewBy = async (its: Ask, zone: string) =>
  overview.parse(await route('overview', new URLSearchParams({ ...long, zone }), buildMeans(its)));

test.for(['Australia/Adelaide', 'America/New_York', 'Europe/Lisbon'])(
  'a page is the same in %s where the search engine does not know it',
  async (zone) => {
    const refusal = { statusCode: 400, body: { error: { reason: `Unknown time-zone ID: ${zone}` } } };
    let refused = 0;
    const withoutIt = inKnownZones(async (searches) => {
      if (!JSON.stringify(searches).includes(`"time_zone":"${zone}"`)) return askSearch(client)(searches);
      refused += 1;
      throw Object.assign(new Error('Response Error'), refusal);
    });
    const answer = await overviewBy(withoutIt, zone);
    expect(answer).toEqual(await overviewBy(ask, zone));
    expect(answer.overTime.interval).toBe('1w');
    expect(refused).toBeGreaterThan(0);
  },
);
