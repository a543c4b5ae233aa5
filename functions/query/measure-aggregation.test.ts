import { expect, test } from 'vitest';
import { apiMeasures, callMeasures } from '../../dashboards/measures/lists.ts';
import { aggregationsOf, figuresOf } from './measure-aggregation.ts';

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
  for (const name of Object.keys(aggregationsOf(measures))) expect(name).not.toMatch(/[[\]>]/);
});

test('a share is of its whole, a ratio of its sums, an average of what was measured', () => {
  const figures = figuresOf(measures, {
    doc_count: 10,
    poorCalls_part: { doc_count: 2 },
    poorCalls_whole: { doc_count: 8 },
    lossToAgent_over: { value: 5 },
    'lossToAgent_toAgent.packetsLost': { value: 5 },
    'lossToAgent_toAgent.packetsCount': { value: 95 },
    lossToAgent_count: { value: 7 },
    mos_stats: { avg: 4.1, count: 6 },
  });
  expect(figures.poorCalls).toEqual({ value: 25, restsOn: 8 });
  expect(figures.lossToAgent).toEqual({ value: 5, restsOn: 7 });
  expect(figures.mos).toEqual({ value: 4.1, restsOn: 6 });
});
