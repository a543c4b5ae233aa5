import { type Buckets, bucketFields } from '../../../model/quality/buckets.ts';
import type { BucketCounts } from '../../measures/measure.ts';
import { calculation, type TsvbMetric } from './metric.ts';

/**
 * A percentile from counts per bucket, computed in the search service as model/quality/bucket-percentile.ts computes it
 * for the pages.
 *
 * @param times a factor for the figure, such as 0.01 where percent are wanted as fractions
 */
export function bucketPercentileMetrics(
  id: string,
  { field, buckets, highest }: BucketCounts,
  percentile: number,
  times: number,
): readonly TsvbMetric[] {
  const name = (i: number) => `count${String(i).padStart(2, '0')}`;
  const counts = Object.fromEntries(
    bucketFields(buckets).map((one, i) => [name(i), { type: 'sum', field: `${field}.${one}` }] as const),
  );
  const top = highest ? { highest: { type: 'max', field: highest } as const } : {};
  const script = scriptOf(Object.keys(counts), buckets, highest !== undefined, percentile, times);
  return calculation(id, { ...counts, ...top }, script);
}

/** In Painless. */
function scriptOf(
  counts: readonly string[],
  { least, bounds, most }: Buckets,
  hasHighest: boolean,
  percentile: number,
  times: number,
): string {
  const lowers = [least, ...bounds];
  const lastUpper = hasHighest ? 'params.highest' : String(most ?? bounds.at(-1) ?? least);
  const estimate = 'lower + (rank - below) / count * (Math.max(lower, upper) - lower)';
  return [
    `def counts = [${counts.map((name) => `params.${name}`).join(', ')}];`,
    `def bounds = [${lowers.join(', ')}];`,
    'double total = 0; for (def count : counts) { total += count; }',
    'if (total == 0) { return null; }',
    `double rank = total * ${percentile} / 100; double below = 0;`,
    'for (int i = 0; i < counts.size(); i++) {',
    '  double count = counts.get(i);',
    '  if (count > 0 && below + count >= rank) {',
    '    double lower = bounds.get(i);',
    `    double upper = i + 1 < bounds.size() ? bounds.get(i + 1) : ${lastUpper};`,
    `    return ${times} * ${hasHighest ? `Math.min(${estimate}, params.highest)` : `(${estimate})`};`,
    '  }',
    '  below += count;',
    '}',
    'return null;',
  ].join('\n');
}
