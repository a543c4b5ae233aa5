import fc from 'fast-check';
import { expect, test } from 'vitest';
import { latencyBucket, latencyBucketsMillis } from './latency-buckets.ts';
import { latencyPercentile } from './latency-percentile.ts';

function bucketsOf(times: readonly number[]): number[] {
  const counts = new Array<number>(latencyBucketsMillis.length + 1).fill(0);
  for (const time of times) counts[latencyBucket(time)] = (counts[latencyBucket(time)] ?? 0) + 1;
  return counts;
}

test('of no times there is no percentile', () => {
  expect(latencyPercentile(bucketsOf([]), 95, null)).toBeNull();
});

test('lies within the bucket of the true one, and never above the longest time', () => {
  const times = fc.array(fc.integer({ min: 1, max: 30_000 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(times, fc.integer({ min: 1, max: 100 }), (times, percentile) => {
      const sorted = [...times].sort((a, b) => a - b);
      const truth = sorted[Math.ceil((times.length * percentile) / 100) - 1] ?? 0;
      const max = Math.max(...times);
      const estimate = latencyPercentile(bucketsOf(times), percentile, max) ?? -1;
      const bucket = latencyBucket(truth);
      expect(estimate).toBeGreaterThanOrEqual(latencyBucketsMillis[bucket - 1] ?? 0);
      expect(estimate).toBeLessThanOrEqual(Math.min(max, latencyBucketsMillis[bucket] ?? max));
    }),
  );
});

test('never falls when the percentile rises', () => {
  const counts = bucketsOf([5, 30, 30, 90, 250, 800, 4000, 20_000]);
  const all = Array.from({ length: 100 }, (_, i) => latencyPercentile(counts, i + 1, 20_000) ?? 0);
  expect(all).toEqual([...all].sort((a, b) => a - b));
});
