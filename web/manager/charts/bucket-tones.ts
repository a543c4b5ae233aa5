import type { LimitBounds } from './limit-marks.ts';

export type BucketTone = 'good' | 'fair' | 'poor';

/**
 * How what lies in each bucket is judged. A bucket that lies on both sides of a limit, and every bucket where there are
 * no limits, is null.
 *
 * @param bounds upper bounds, ascending, each of the bucket below it; a last bucket has none
 */
export function bucketTones(
  bounds: readonly number[],
  limits: LimitBounds | undefined,
): (BucketTone | null)[] {
  const edges = [Number.NEGATIVE_INFINITY, ...bounds, Number.POSITIVE_INFINITY];
  return edges.slice(1).map((upper, i) => {
    const lower = edges[i] ?? upper;
    if (!limits) return null;
    const { fair, poor, better } = limits;
    const isBeyond = (limit: number) => (better === 'higher' ? upper <= limit : lower >= limit);
    const isWithin = (limit: number) => (better === 'higher' ? lower >= limit : upper <= limit);
    if (isBeyond(poor)) return 'poor';
    if (isBeyond(fair) && isWithin(poor)) return 'fair';
    return isWithin(fair) ? 'good' : null;
  });
}
