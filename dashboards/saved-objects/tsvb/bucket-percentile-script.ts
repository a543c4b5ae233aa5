import { type Buckets, bucketFields } from '../../../model/quality/buckets.ts';
import type { BucketCounts } from '../../measures/measure.ts';
import { calculation, type TsvbMetric } from './metric.ts';

type BucketPercentile = {
  readonly id: string;
  readonly counts: BucketCounts;
  readonly percentile: number;
  /** A factor for the figure, such as 0.01 where percent are wanted as fractions. */
  readonly times: number;
  /** What there is where nothing was counted, in Painless. */
  readonly none: string;
};

/**
 * A percentile from counts per bucket, computed in the search service as model/quality/bucket-percentile.ts computes it
 * for the pages.
 */
export function bucketPercentileMetrics(of: BucketPercentile): readonly TsvbMetric[] {
  const { field, buckets, highest } = of.counts;
  const name = (i: number) => `count${String(i).padStart(2, '0')}`;
  const counts = Object.fromEntries(
    bucketFields(buckets).map((one, i) => [name(i), { type: 'sum', field: `${field}.${one}` }] as const),
  );
  const top = highest ? { highest: { type: 'max', field: highest } as const } : {};
  return calculation(of.id, { ...counts, ...top }, scriptOf(Object.keys(counts), of));
}

/** In Painless. */
function scriptOf(names: readonly string[], { counts, percentile, times, none }: BucketPercentile): string {
  const { least, bounds, most }: Buckets = counts.buckets;
  const hasHighest = counts.highest !== undefined;
  const lowers = [least, ...bounds];
  const lastUpper = hasHighest ? 'params.highest' : String(most ?? bounds.at(-1) ?? least);
  const estimate = 'lower + (rank - below) / count * (Math.max(lower, upper) - lower)';
  return [
    `def counts = [${names.map((name) => `params.${name}`).join(', ')}];`,
    `def bounds = [${lowers.join(', ')}];`,
    'double total = 0; for (def count : counts) { total += count; }',
    `if (total == 0) { return ${none}; }`,
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
    `return ${none};`,
  ].join('\n');
}
