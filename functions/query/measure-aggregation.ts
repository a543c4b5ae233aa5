import type { BucketCounts, Formula, Measure } from '../../dashboards/measures/measure.ts';
import { bucketPercentile } from '../../model/quality/bucket-percentile.ts';
import { bucketFields } from '../../model/quality/buckets.ts';
import type { Figure, Figures } from '../../model/query/figure.ts';
import type { Clause } from './ask.ts';
import { type Bucket, numberAt } from './bucket.ts';
import { clauseOf } from './conditions.ts';

const sum = (field: string): Clause => ({ sum: { field } });

/** The aggregations that a bucket needs so that `figuresOf` can read these measures from it. */
export function aggregationsOf(measures: readonly Measure[]): Record<string, Clause> {
  return Object.assign({}, ...measures.map(({ id, formula }) => aggregationsOfFormula(id, formula)));
}

/**
 * The values of measures in one bucket, or in several taken together. Needs the buckets of `aggregationsOf` the same
 * measures.
 */
export function figuresOf(measures: readonly Measure[], ...buckets: readonly Bucket[]): Figures {
  return Object.fromEntries(measures.map((measure) => [measure.id, figureOf(measure, buckets)]));
}

function aggregationsOfFormula(id: string, formula: Formula): Record<string, Clause> {
  switch (formula.kind) {
    case 'count':
      return formula.of ? { [`${id}_of`]: { filter: clauseOf(formula.of) } } : {};
    case 'sum':
      return { [`${id}_sum`]: sum(formula.field) };
    case 'share':
      return {
        [`${id}_part`]: { filter: clauseOf(formula.part) },
        [`${id}_whole`]: { filter: clauseOf(formula.whole) },
      };
    case 'average':
      return { [`${id}_stats`]: { stats: { field: formula.field } } };
    case 'ratio':
      return {
        [`${id}_over`]: sum(formula.over),
        ...(formula.restsOn ? {} : { [`${id}_count`]: { value_count: { field: formula.over } } }),
        ...Object.fromEntries(formula.under.map((field) => [`${id}_${field}`, sum(field)])),
      };
    case 'bucketPercentile':
      return { ...sumsOf(formula.counts), ...highestOf(formula.counts) };
    case 'valuePercentile':
      return valueAggregations(formula.field);
  }
}

/** The sums of counts per bucket; named after their fields, so that all percentiles of the same counts share them. */
export function sumsOf(counts: BucketCounts): Record<string, Clause> {
  return Object.fromEntries(countFields(counts).map((field) => [field, sum(field)]));
}

/** How many fell into each bucket. Needs the buckets of `sumsOf`. */
export function countsOf(counts: BucketCounts, ...buckets: readonly Bucket[]): number[] {
  return countFields(counts).map((field) => total(buckets, field, 'value'));
}

const countFields = ({ field, buckets }: BucketCounts) =>
  bucketFields(buckets).map((one) => `${field}.${one}`);

function highestOf({ highest }: BucketCounts): Record<string, Clause> {
  return highest ? { [highest]: { max: { field: highest } } } : {};
}

/** The same for every percentile of a field, so that they share it. */
function valueAggregations(field: string): Record<string, Clause> {
  const hdr = { number_of_significant_value_digits: 2 };
  return {
    [`${field}_percentiles`]: { percentiles: { field, percents: [50, 95], hdr, keyed: true } },
    [`${field}_count`]: { value_count: { field } },
  };
}

function figureOf({ id, formula }: Measure, buckets: readonly Bucket[]): Figure {
  const value = (name: string) => total(buckets, `${id}_${name}`, 'value');
  const count = (name: string) => total(buckets, `${id}_${name}`, 'doc_count');
  switch (formula.kind) {
    case 'count':
      return all(formula.of ? count('of') : total(buckets, 'doc_count'));
    case 'sum':
      return all(value('sum'));
    case 'share':
      return per(count('part'), count('whole'), 100);
    case 'average': {
      const restsOn = total(buckets, `${id}_stats`, 'count');
      return per(total(buckets, `${id}_stats`, 'sum'), restsOn, 1);
    }
    case 'ratio': {
      const under = formula.under.reduce((sum, field) => sum + value(field), 0);
      const restsOn = formula.restsOn ? value(formula.restsOn) : value('count');
      return { ...per(value('over'), under, formula.times), restsOn };
    }
    case 'bucketPercentile':
      return bucketFigure(formula.counts, formula.percentile, buckets);
    case 'valuePercentile':
      return valueFigure(formula, buckets);
  }
}

function bucketFigure(counts: BucketCounts, percentile: number, buckets: readonly Bucket[]): Figure {
  const found = countsOf(counts, ...buckets);
  const { highest } = counts;
  const tops = highest ? buckets.flatMap((bucket) => numberAt(bucket, highest, 'value') ?? []) : [];
  return {
    value: bucketPercentile(counts.buckets, found, percentile, tops.length > 0 ? Math.max(...tops) : null),
    restsOn: found.reduce((sum, count) => sum + count, 0),
  };
}

function valueFigure(
  { field, percentile }: { field: string; percentile: number },
  buckets: readonly Bucket[],
): Figure {
  const [bucket, ...others] = buckets;
  if (others.length > 0) throw new Error('Percentiles of values do not add up');
  if (!bucket) return { value: null, restsOn: 0 };
  const restsOn = numberAt(bucket, `${field}_count`, 'value') ?? 0;
  const value = numberAt(bucket, `${field}_percentiles`, 'values', percentile.toFixed(1));
  return { value: restsOn > 0 ? value : null, restsOn };
}

/** What all buckets have at a path, added up; 0 where none has anything. */
function total(buckets: readonly Bucket[], ...path: readonly string[]): number {
  return buckets.reduce((sum, bucket) => sum + (numberAt(bucket, ...path) ?? 0), 0);
}

const all = (count: number): Figure => ({ value: count, restsOn: count });

const per = (part: number, whole: number, times: number): Figure => ({
  value: whole > 0 ? (times * part) / whole : null,
  restsOn: whole,
});
