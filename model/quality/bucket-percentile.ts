import type { Buckets } from './buckets.ts';

/**
 * A percentile of many figures, estimated from how many fell into each bucket: within the bucket in which it lies,
 * figures are taken as evenly spread. So it is off by at most that bucket's width.
 *
 * @param counts one per bound of the buckets, and one for what is above
 * @param percentile above 0, at most 100
 * @param most the highest figure of all, where known: nothing is estimated above it
 * @returns in the unit of the bounds, or null of no figures at all
 */
export function bucketPercentile(
  buckets: Buckets,
  counts: readonly number[],
  percentile: number,
  most: number | null = null,
): number | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  const rank = (total * percentile) / 100;
  let below = 0;
  for (const [i, count] of counts.entries()) {
    if (count > 0 && below + count >= rank) return within(buckets, i, (rank - below) / count, most);
    below += count;
  }
  return null;
}

function within(
  { least, bounds, most }: Buckets,
  bucket: number,
  share: number,
  highest: number | null,
): number {
  const lower = bounds[bucket - 1] ?? least;
  const upper = bounds[bucket] ?? highest ?? most ?? lower;
  const estimate = lower + share * (Math.max(lower, upper) - lower);
  return highest === null ? estimate : Math.min(estimate, highest);
}
