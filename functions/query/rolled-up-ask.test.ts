import { expect, test } from 'vitest';
import type { Filters } from '../../model/query/filters.ts';
import { apiSearch } from './agent-api.ts';
import type { Search } from './ask.ts';
import { callSearch } from './call-search.ts';
import { inKnownZones } from './known-zones.ts';
import { limitedAsk } from './limited-ask.ts';
import { readRollUp, rolledUpAsk } from './rolled-up-ask.ts';

const filters: Filters = { from: '2026-03-01T10:10:00.000Z', to: '2026-03-29T10:10:00.000Z', zone: 'UTC' };
const state = {
  rolledUntil: '2026-03-28T00:00:00.000Z',
  indices: { 'softphone-api-metrics-2026.03': { seen: 9, rolled: 7 } },
};

/** What the search service is asked, through all that stands before it. */
async function askedFor(searches: readonly Search[], rollUp: object = state) {
  const asked: Search[] = [];
  let reads = 0;
  const view = { limits: [{ level1: ['Europe'] }], apiCalls: true };
  const ask = inKnownZones(async (all) => {
    asked.push(...all);
    return all.map(() => ({ hits: { hits: [] } }));
  });
  const rolledUp = rolledUpAsk(limitedAsk(ask, view), async () => {
    reads++;
    return { indices: {}, ...rollUp };
  });
  await rolledUp(searches);
  return { asked, reads };
}

test('agents’ API calls of weeks are counted by half hours, within a limited view too', async () => {
  const { asked, reads } = await askedFor([apiSearch({ ...filters, agent: ['ana.silva'] })]);
  const [query] = asked.map(({ body }) => JSON.stringify(body.query));
  expect(reads).toBe(1);
  expect(query).toContain('{"terms":{"kind":["half-hour"]}}');
  expect(query).toContain('{"terms":{"agent":["ana.silva"]}}');
  expect(query).toContain('{"terms":{"agentHierarchy.level1":["Europe"]}}');
});

test.each([
  ['calls', callSearch(filters, {})],
  ['an hour', apiSearch({ ...filters, from: '2026-03-29T09:10:00.000Z' })],
  ['days of Nepal', apiSearch({ ...filters, zone: 'Asia/Kathmandu' })],
])('%s are asked for as they are, and nobody looks how far it is', async (_, search) => {
  const { asked, reads } = await askedFor([search]);
  expect(reads).toBe(0);
  expect(JSON.stringify(asked)).not.toContain('half-hour');
});

test('where nothing is rolled up the summaries are counted', async () => {
  const { asked } = await askedFor([apiSearch(filters)], {});
  expect(JSON.stringify(asked)).not.toContain('half-hour');
  expect(JSON.stringify(asked)).toContain('{"terms":{"kind":["summary"]}}');
});

test('reads how far it is; nowhere, where it never was', async () => {
  const hits = [{ _source: state }];
  expect(await readRollUp(async () => [{ hits: { hits } }])).toEqual(state);
  expect(await readRollUp(async () => [{ hits: { hits: [] } }])).toEqual({ indices: {} });
});
