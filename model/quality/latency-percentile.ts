import { bucketPercentile } from './bucket-percentile.ts';
import { latencyBucketsMillis } from './latency-buckets.ts';

/**
 * A percentile of many times, from how many fell into each latency bucket.
 *
 * @param counts one per bound of `latencyBucketsMillis`, and one for what is above
 * @param percentile above 0, at most 100
 * @param maxMillis the longest time of all, where known: nothing is estimated above it
 * @returns milliseconds, off by at most the bucket's width; null of no times at all
 */
export function latencyPercentile(
  counts: readonly number[],
  percentile: number,
  maxMillis: number | null,
): number | null {
  return bucketPercentile({ least: 0, bounds: latencyBucketsMillis }, counts, percentile, maxMillis);
}
