import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultLimits } from '../model/quality/limits.ts';
import { judgeCell } from './judge-cell.ts';
import { apiSlow } from './measures/agent-api.ts';
import { calls, poorCalls } from './measures/calls.ts';

const judge = (poor: number, judged: number) =>
  judgeCell(poorCalls, { value: (100 * poor) / judged, restsOn: judged }, defaultLimits);

test.each([
  // Poor from 10 % on, fair from 5 %.
  [3, 20, 'unclassified'],
  [2, 5, 'unclassified'],
  [1, 1, 'unclassified'],
  [6, 6, 'poor'],
  [9, 20, 'poor'],
  [40, 100, 'poor'],
  [14, 100, 'fair'],
  [11, 100, 'unclassified'],
  [2, 100, 'good'],
  [0, 20, 'good'],
  [0, 19, 'unclassified'],
] as const)('%d poor of %d is %s', (poor, judged, rating) => {
  expect(judge(poor, judged)).toBe(rating);
});

test('what chance cannot be told of is judged as elsewhere, from its least count on', () => {
  const slow = (restsOn: number) => judgeCell(apiSlow, { value: 60_000, restsOn }, defaultLimits);
  expect([slow(apiSlow.minimumCount - 1), slow(apiSlow.minimumCount)]).toEqual(['unclassified', 'poor']);
  expect(judgeCell(calls, { value: 10, restsOn: 10 }, defaultLimits)).toBe('unclassified');
  expect(judgeCell(poorCalls, { value: null, restsOn: 0 }, defaultLimits)).toBe('unclassified');
});

test('of hours that are just at the limit hardly one in a thousand is called poor, however many calls they have', () => {
  const limit = 0.1;
  for (let judged = 5; judged <= 120; judged++) {
    let chance = (1 - limit) ** judged;
    let accused = 0;
    for (let poor = 0; poor <= judged; poor++) {
      if (judge(poor, judged) === 'poor') accused += chance;
      chance *= ((judged - poor) / (poor + 1)) * (limit / (1 - limit));
    }
    expect([judged, accused < 1e-3]).toEqual([judged, true]);
  }
});

test('more poor ones of as many are never better', () => {
  const order = ['good', 'unclassified', 'fair', 'poor'];
  fc.assert(
    fc.property(
      fc.integer({ min: 20, max: 3000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (judged, share) => {
        const part = Math.min(judged - 1, Math.round(share * judged));
        expect(order.indexOf(judge(part + 1, judged))).toBeGreaterThanOrEqual(
          order.indexOf(judge(part, judged)),
        );
      },
    ),
  );
});
