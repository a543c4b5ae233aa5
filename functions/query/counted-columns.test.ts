import { expect, test } from 'vitest';
import { missedCalls, poorCalls } from '../../dashboards/measures/calls.ts';
import { countedSearch, withCounted } from './counted-columns.ts';
import { countsOf } from './panels/count.ts';

const filters = { from: '2026-03-02T00:00:00.000Z', to: '2026-03-05T00:00:00.000Z', zone: 'UTC' };
const during = { range: { '@timestamp': { gte: filters.from, lt: filters.to } } };
const poor = { terms: { rating: ['poor'] } };
const notJudged = { bool: { must_not: [{ terms: { rating: ['good', 'fair', 'poor'] } }] } };

test('looks at no call but those that are counted', () => {
  const cut = { overTime: { date_histogram: {} } };
  const { query, aggs } = countedSearch(countsOf(poorCalls) ?? [], filters, cut).body;
  expect(query).toEqual({
    bool: { filter: [during, { bool: { should: [poor, notJudged], minimum_should_match: 1 } }] },
  });
  expect(aggs).toEqual({
    'rating poor': { filter: poor, aggs: cut },
    'not rating good or fair or poor': { filter: notJudged, aggs: cut },
  });
});

test('puts what is counted into the columns of all calls, and none where nothing was found', () => {
  const column = (key: number, doc_count: number) => ({ key, doc_count });
  const all = { overTime: { buckets: [column(1, 9), column(2, 5)] } };
  const counted = { 'missed true': { doc_count: 3, overTime: { buckets: [column(2, 3)] } } };
  expect(withCounted([missedCalls], 'overTime', all, counted)).toEqual([
    { ...column(1, 9), 'missed true': { doc_count: 0 }, 'not missed': { doc_count: 0 } },
    { ...column(2, 5), 'missed true': column(2, 3), 'not missed': { doc_count: 0 } },
  ]);
});
