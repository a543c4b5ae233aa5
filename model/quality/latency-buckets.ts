import { type Buckets, bucketOf } from './buckets.ts';

/**
 * Upper bounds of the latency buckets in milliseconds; a last bucket takes what is above. Fixed for ever: counts of
 * the same buckets add up over agents and time, so a percentile of the whole can be told from them.
 */
export const latencyBucketsMillis = [
  10, 20, 50, 100, 150, 200, 300, 400, 500, 750, 1000, 1500, 2000, 3000, 5000, 10_000,
] as const;

export const latencyBuckets: Buckets = { least: 0, bounds: latencyBucketsMillis };

/** Which of the buckets a time falls into: 0…`latencyBucketsMillis.length`. A bound belongs to the bucket below it. */
export function latencyBucket(timeMillis: number): number {
  return bucketOf(latencyBuckets, timeMillis);
}
