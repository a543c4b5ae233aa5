import { expect, test } from 'vitest';
import { dropCumulativeFirst } from './drop-cumulative-first.ts';
import type { Sample } from './sample.ts';

const sample = (at: number): Sample => ({
  at,
  packetsLost: 0,
  packetsCount: 50,
  jitterMillis: null,
  roundTripTimeMillis: null,
  audioLevel: null,
  quiet: false,
});
const samples = [sample(10_000), sample(11_000)];

test('keeps the first sample of a connection that had just begun', () => {
  expect(dropCumulativeFirst(samples, 8_000)).toEqual(samples);
});

test('drops it when the connection began earlier, or nobody knows when', () => {
  expect(dropCumulativeFirst(samples, 7_999)).toEqual([samples[1]]);
  expect(dropCumulativeFirst(samples, undefined)).toEqual([samples[1]]);
});

test('gives nothing of nothing', () => {
  expect(dropCumulativeFirst([], 0)).toEqual([]);
});

test('drops it when it has more packets than two seconds can hold: the connection served an earlier contact', () => {
  const old = [{ ...sample(10_000), packetsCount: 201 }, sample(11_000)];
  expect(dropCumulativeFirst(old, 9_500)).toEqual([old[1]]);
});
