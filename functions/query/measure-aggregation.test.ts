import { expect, test } from 'vitest';
import { talkTime } from '../../dashboards/measures/costs.ts';
import { apiMeasures, callMeasures } from '../../dashboards/measures/lists.ts';
import { aggregationsOf, figuresOf, rangeCountsOf, rangesOf } from './measure-aggregation.ts';

const measures = [...callMeasures, ...apiMeasures];

test('a bucket of nothing has no value of anything but counts, and no zero in its place', () => {
  for (const [id, figure] of Object.entries(figuresOf(measures, { doc_count: 0 }))) {
    expect([id, figure]).toEqual([
      id,
      { value: ['calls', 'apiRequests'].includes(id) ? 0 : null, restsOn: 0 },
    ]);
  }
});

test('measures have names of their own, and so have their aggregations', () => {
  expect(new Set(measures.map(({ id }) => id)).size).toBe(measures.length);
  // The search service reads a dot, a bracket or a > in a name as a path.
  for (const name of Object.keys(aggregationsOf(measures))) expect(name).not.toMatch(/[[\]>.]/);
});

test('a share is of its whole, a ratio of its sums, an average of what was measured', () => {
  const figures = figuresOf(measures, {
    doc_count: 10,
    poorCalls_part: { doc_count: 2 },
    poorCalls_whole: { doc_count: 8 },
    toAgent_packetsLost_stats: { sum: 5, count: 7 },
    toAgent_packetsCount_sum: { value: 95 },
    mos_avg_stats: { sum: 24.6, count: 6 },
  });
  expect(figures.poorCalls).toEqual({ value: 25, restsOn: 8 });
  expect(figures.lossToAgent).toEqual({ value: 5, restsOn: 7 });
  expect(figures.mos).toEqual({ value: expect.closeTo(4.1), restsOn: 6 });
});

test('the figures of several buckets are those of all that is in them', () => {
  const bucket = (poor: number, judged: number, mos: number) => ({
    doc_count: 10,
    poorCalls_part: { doc_count: poor },
    poorCalls_whole: { doc_count: judged },
    mos_avg_stats: { sum: mos * judged, count: judged },
    buckets_le100_sum: { value: judged },
    timeMillis_max_max: { value: 10 * judged },
  });
  const figures = figuresOf(measures, bucket(1, 2, 3), { doc_count: 1 }, bucket(1, 8, 4));
  expect(figures.calls).toEqual({ value: 21, restsOn: 21 });
  expect(figures.poorCalls).toEqual({ value: 20, restsOn: 10 });
  expect(figures.mos).toEqual({ value: 3.8, restsOn: 10 });
  expect(figures.apiSlow).toEqual({ value: 80, restsOn: 10 });
});

test('an average may be of those alone that meet a condition', () => {
  expect(aggregationsOf([talkTime.poor])).toMatchObject({
    talkTimePoor_of: { aggs: { talkSeconds_stats: { stats: { field: 'talkSeconds' } } } },
  });
  const figures = figuresOf(
    [talkTime.poor, talkTime.fine],
    { doc_count: 9, talkTimePoor_of: { doc_count: 3, talkSeconds_stats: { sum: 60, count: 2 } } },
    { doc_count: 1, talkTimePoor_of: { doc_count: 1, talkSeconds_stats: { sum: 30, count: 1 } } },
  );
  expect(figures.talkTimePoor).toEqual({ value: 30, restsOn: 3 });
  expect(figures.talkTimeFine).toEqual({ value: null, restsOn: 0 });
});

test('values fall into buckets without a gap or an overlap; a bound belongs to the bucket below it', () => {
  const counts = { valuesOf: 'score', buckets: { least: 1, bounds: [2, 3.5] } };
  expect(rangesOf(counts)).toEqual({
    score_ranges: {
      filters: {
        filters: {
          le2: { range: { score: { lte: 2 } } },
          le3_5: { range: { score: { gt: 2, lte: 3.5 } } },
          above: { range: { score: { gt: 3.5 } } },
        },
      },
    },
  });
  const bucket = (le2: number, above: number) => ({
    score_ranges: {
      buckets: { le2: { doc_count: le2 }, le3_5: { doc_count: 0 }, above: { doc_count: above } },
    },
  });
  expect(rangeCountsOf(counts, bucket(1, 2), {}, bucket(3, 4))).toEqual([4, 0, 6]);
});
