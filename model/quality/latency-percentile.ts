import { latencyBucketsMillis } from './latency-buckets.ts';

/**
 * A percentile of many times, estimated from how many fell into each latency bucket: within the bucket in which it
 * lies, times are taken as evenly spread. So it is off by at most that bucket's width.
 *
 * @param counts one per bound of `latencyBucketsMillis`, and one for what is above
 * @param percentile above 0, at most 100
 * @param maxMillis the longest time of all, where known: nothing is estimated above it
 * @returns milliseconds, or null of no times at all
 */
export function latencyPercentile(
  counts: readonly number[],
  percentile: number,
  maxMillis: number | null,
): number | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  const rank = (total * percentile) / 100;
  let below = 0;
  for (const [i, count] of counts.entries()) {
    if (count > 0 && below + count >= rank) return within(i, (rank - below) / count, maxMillis);
    below += count;
  }
  return null;
}

function within(bucket: number, share: number, maxMillis: number | null): number {
  const lower = latencyBucketsMillis[bucket - 1] ?? 0;
  const upper = latencyBucketsMillis[bucket] ?? maxMillis ?? lower;
  const estimate = lower + share * (Math.max(lower, upper) - lower);
  return maxMillis === null ? estimate : Math.min(estimate, maxMillis);
}
