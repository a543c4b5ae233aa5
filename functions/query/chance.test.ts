import fc from 'fast-check';
import { expect, test } from 'vitest';
import { logChanceOf } from './chance.ts';

const chanceOf = (poor: number, judged: number, allPoor: number, all: number) =>
  Math.exp(logChanceOf({ poor, judged }, { poor: allPoor, judged: all }));

test.each([
  // Fisher's tea: all four cups right.
  [4, 4, 4, 8, 1 / 70],
  [3, 4, 4, 8, 17 / 70],
  [0, 4, 4, 8, 1],
])('%s poor of %s, among %s of %s', (poor, judged, allPoor, all, expected) => {
  expect(chanceOf(poor, judged, allPoor, all)).toBeCloseTo(expected, 9);
});

test('poor calls that are rare elsewhere are no wonder in a small group', () => {
  const chance = chanceOf(7, 69, 7 + 82, 69 + 3905);
  expect(chance).toBeGreaterThan(1 / 2500);
  expect(chance).toBeLessThan(1 / 1000);
});

test('more poor calls are never more probable, and no count is too large', () => {
  const count = fc.integer({ min: 1, max: 20_000 });
  fc.assert(
    fc.property(count, count, fc.double({ min: 0, max: 1, noNaN: true }), (judged, others, share) => {
      const all = { judged: judged + others, poor: Math.round(share * (judged + others)) };
      const least = Math.max(0, all.poor - others);
      const most = Math.min(judged, all.poor);
      const poor = Math.floor((least + most) / 2);
      const log = logChanceOf({ poor, judged }, all);
      expect(Number.isFinite(log)).toBe(true);
      if (poor < most) expect(logChanceOf({ poor: poor + 1, judged }, all)).toBeLessThanOrEqual(log + 1e-6);
      expect(Math.exp(logChanceOf({ poor: least, judged }, all))).toBeCloseTo(1, 6);
    }),
  );
});
