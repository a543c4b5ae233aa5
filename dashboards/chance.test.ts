import fc from 'fast-check';
import { expect, test } from 'vitest';
import { logChanceOf, logTailOf } from './chance.ts';

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

test.each([
  // Heads: ten of ten, and at least eight of ten.
  [10, 10, 0.5, 1 / 1024],
  [8, 10, 0.5, 56 / 1024],
  // Three of five poor calls where one in ten is usual: one time in a hundred, so no wonder.
  [3, 5, 0.1, 0.00856],
  [1, 10, 0.1, 1],
  [1, 10, 0, 0],
])('at least %s of %s where each has %s', (part, whole, probability, expected) => {
  expect(Math.exp(logTailOf(part, whole, probability))).toBeCloseTo(expected, 9);
});

test('the tail is never larger for more, and no count is too large', () => {
  const count = fc.integer({ min: 1, max: 1_000_000 });
  const share = fc.double({ min: 0, max: 0.99, noNaN: true });
  fc.assert(
    fc.property(count, share, share, (whole, share, probability) => {
      const part = Math.round(share * whole);
      const log = logTailOf(part, whole, probability);
      expect(log).toBeLessThanOrEqual(0);
      if (part < whole) expect(logTailOf(part + 1, whole, probability)).toBeLessThanOrEqual(log + 1e-6);
    }),
  );
});
