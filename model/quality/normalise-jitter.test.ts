import { expect, test } from 'vitest';
import { isCopied, normaliseJitter } from './normalise-jitter.ts';

test('keeps a jitter that wanders, nulls included', () => {
  const values = [3, 4.25, null, 2, 7, 3, 0];
  expect(normaliseJitter(values)).toEqual({ values, cumulative: false });
});

test('rejects a buffer delay that only grows', () => {
  const values = [2_188_000, 2_188_200, 2_188_400, 2_188_600, 2_188_800];
  expect(normaliseJitter(values)).toEqual({ values: values.map(() => null), cumulative: true });
});

test('rejects a total from its first second on, when it is still small', () => {
  expect(normaliseJitter([0, 140, 290, 430, 590, 750]).cumulative).toBe(true);
});

test('keeps rejecting a stream that was found cumulative before', () => {
  expect(normaliseJitter([120, 121], true)).toEqual({ values: [null, null], cumulative: true });
});

test('rejects single figures that cannot be a jitter, and only them', () => {
  expect(normaliseJitter([5, 90_000, -1, 6])).toEqual({ values: [5, null, null, 6], cumulative: false });
});

test('knows a copy of the other direction from an honest coincidence', () => {
  expect(isCopied([1, 2, 3, 2, 1], [1, 2, 3, 2, 1])).toBe(true);
  expect(isCopied([1, 2, 3, 2, 1], [1, 2, 3, 2, 2])).toBe(false);
  expect(isCopied([0, 0, 0, 0, 0], [0, 0, 0, 0, 0])).toBe(false);
  expect(isCopied([1, 2], [1, 2])).toBe(false);
});
