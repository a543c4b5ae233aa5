import { expect, test } from 'vitest';
import { lossToAgent } from '../../../dashboards/measures/audio.ts';
import { calls, poorCalls, setupFailures, unclassifiedCalls } from '../../../dashboards/measures/calls.ts';
import { figuresOf } from '../measure-aggregation.ts';
import { groupsOfTally, hasMoreGroups, isCounted, tallyOf, toldOf } from './tally.ts';

const filters = { from: '2026-01-01T00:00:00.000Z', to: '2026-01-31T00:00:00.000Z', zone: 'UTC' };
const measures = [calls, poorCalls, lossToAgent];
const judged = 'not rating good or fair or poor';

/** 100 calls, of which 90 were judged and 9 poor; a value of the site is not known of 10 of them. */
const answer = {
  doc_count: 100,
  'by site': {
    sum_other_doc_count: 0,
    buckets: [
      { key: 'Lisbon', doc_count: 60, toAgent_packetsLost_stats: { sum: 5, count: 60 } },
      { key: 'Krakow', doc_count: 30 },
    ],
  },
  'no site': { doc_count: 10 },
  'rating poor': {
    doc_count: 9,
    'by site': { buckets: [{ key: 'Lisbon', doc_count: 9 }] },
    'no site': { doc_count: 0 },
  },
  [judged]: {
    doc_count: 10,
    'by site': { buckets: [{ key: 'Lisbon', doc_count: 3 }] },
    'no site': { doc_count: 7 },
  },
};

test('asks for each condition once, and of what most documents meet for the others', () => {
  const { aggs } = tallyOf([calls, poorCalls, setupFailures, unclassifiedCalls], filters);
  expect(aggs).toEqual({
    'rating poor': { filter: { terms: { rating: ['poor'] } } },
    [judged]: { filter: { bool: { must_not: [{ terms: { rating: ['good', 'fair', 'poor'] } }] } } },
    'setupFailed true': { filter: { terms: { setupFailed: [true] } } },
    'not setupFailed': { filter: { bool: { must_not: [{ exists: { field: 'setupFailed' } }] } } },
    'rating unclassified': { filter: { terms: { rating: ['unclassified'] } } },
    'not rating': { filter: { bool: { must_not: [{ exists: { field: 'rating' } }] } } },
  });
});

test('adds values up where all are counted by value, and only there', () => {
  const { aggs } = tallyOf([poorCalls, lossToAgent], filters, 'site');
  expect(Object.keys((aggs['by site'] as { aggs: object }).aggs)).toContain('toAgent_packetsCount_sum');
  expect(aggs['rating poor']).toEqual({
    filter: { terms: { rating: ['poor'] } },
    aggs: {
      'by site': { terms: { field: 'site', size: 5000 } },
      'no site': { missing: { field: 'site' } },
    },
  });
  expect([calls, poorCalls, lossToAgent].map(isCounted)).toEqual([true, true, false]);
});

test('most calls have no failure, and that is no value that is not known', () => {
  expect(Object.keys(tallyOf([calls], filters, 'failure').aggs)).toEqual(['by failure']);
});

test('tells the whole', () => {
  expect(figuresOf([calls, poorCalls], toldOf([calls, poorCalls], answer))).toEqual({
    calls: { value: 100, restsOn: 100 },
    poorCalls: { value: 10, restsOn: 90 },
  });
  expect(figuresOf([poorCalls], toldOf([poorCalls], {}))).toEqual({
    poorCalls: { value: null, restsOn: 0 },
  });
});

test('tells each group, and the one of no known value', () => {
  const groups = groupsOfTally(measures, answer, 'site');
  const told = [...groups].map(([key, bucket]) => [key, figuresOf([calls, poorCalls], bucket)]);
  expect(told).toEqual([
    ['Lisbon', { calls: { value: 60, restsOn: 60 }, poorCalls: { value: (100 * 9) / 57, restsOn: 57 } }],
    ['Krakow', { calls: { value: 30, restsOn: 30 }, poorCalls: { value: 0, restsOn: 30 } }],
    [null, { calls: { value: 10, restsOn: 10 }, poorCalls: { value: 0, restsOn: 3 } }],
  ]);
  expect(groups.get('Lisbon')?.toAgent_packetsLost_stats).toEqual({ sum: 5, count: 60 });
  expect(hasMoreGroups(answer, 'site')).toBe(false);
});
