import { expect, test } from 'vitest';
import { defaultLimits } from '../../model/quality/limits.ts';
import { filters as filtersOf } from '../../model/query/filters.ts';
import type { Search } from './ask.ts';
import { groupsOfColumns } from './grouped-columns.ts';
import { overviewOf } from './overview.ts';

const notJudged = 'not rating good or fair or poor';
const values = (...counts: readonly (readonly [key: string, doc_count: number])[]) => ({
  sum_other_doc_count: 0,
  buckets: counts.map(([key, doc_count]) => ({ key, doc_count })),
});
const column = (key: number, all: object, poor: object, unjudged: object) => ({
  key,
  site: all,
  'rating poor': { doc_count: 0, site: poor },
  [notJudged]: { doc_count: 0, site: unjudged },
});

test('turns columns of values into values with columns, those with the most poor calls first', () => {
  const columns = [
    column(1, values(['Lisbon', 9], ['Krakow', 4]), values(['Krakow', 2]), values(['Lisbon', 1])),
    column(2, values(['Manila', 3], ['Krakow', 1]), values(['Krakow', 1]), values()),
  ];
  const cell = (key: number, doc_count: number, poor: number, unjudged: number) => ({
    key,
    doc_count,
    'rating poor': { doc_count: poor },
    [notJudged]: { doc_count: unjudged },
  });
  expect(groupsOfColumns('site', columns)).toEqual([
    { key: 'Krakow', groupTimes: { buckets: [cell(1, 4, 2, 0), cell(2, 1, 1, 0)] } },
    { key: 'Lisbon', groupTimes: { buckets: [cell(1, 9, 0, 1)] } },
    { key: 'Manila', groupTimes: { buckets: [cell(2, 3, 0, 0)] } },
  ]);
  expect(groupsOfColumns('site', [])).toEqual([]);
});

const range = filtersOf.parse({ from: '2026-03-02T00:00:00Z', to: '2026-03-05T00:00:00Z' });

/** What the overview asks for, when some dimensions have more values than a column names. */
async function askOverview(tooMany: readonly string[]) {
  const asked: (readonly Search[])[] = [];
  const full = Object.fromEntries(tooMany.map((name) => [name, { sum_other_doc_count: 7, buckets: [] }]));
  const aggregations = { groupTimes: { buckets: [{ key: Date.parse(range.from), doc_count: 9, ...full }] } };
  await overviewOf(
    range,
    async (searches) => {
      asked.push(searches);
      return searches.map(() => ({ hits: { hits: [] }, aggregations }));
    },
    defaultLimits,
  );
  return asked;
}

test('the overview asks once, and once more only for dimensions of too many values', async () => {
  expect(await askOverview([])).toHaveLength(1);
  const [, again = []] = await askOverview(['agent', 'network']);
  const fields = again.map(
    ({ body }) => (body.aggs as { groups: { terms: { field: string } } }).groups.terms,
  );
  expect(fields).toMatchObject([{ field: 'agent' }, { field: 'as.organization' }]);
});
