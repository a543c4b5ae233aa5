import type { BucketCounts, Formula, Measure, ValueCounts } from '../../dashboards/measures/measure.ts';
import { bucketPercentile } from '../../model/quality/bucket-percentile.ts';
import { bucketFields } from '../../model/quality/buckets.ts';
import type { Figure, Figures } from '../../model/query/figure.ts';
import type { Clause } from './ask.ts';
import { type Bucket, numberAt } from './bucket.ts';
import { clauseOf } from './conditions.ts';

/** Named after their field, so that all measures of a field share them. A dot in a name would be a path to an order. */
const nameOf = (field: string, what: string) => `${field.replaceAll('.', '_')}_${what}`;
const sumName = (field: string) => nameOf(field, 'sum');
const statsName = (field: string) => nameOf(field, 'stats');
const maxName = (field: string) => nameOf(field, 'max');
const countName = (field: string) => nameOf(field, 'count');
const rangesName = (field: string) => nameOf(field, 'ranges');
const percentilesName = (field: string) => nameOf(field, 'percentiles');
const highest = (field: string) => ({
  [maxName(field)]: { max: { field } },
  [countName(field)]: { value_count: { field } },
});
const sum = (field: string) => ({ [sumName(field)]: { sum: { field } } });
/** Sum and count at once: cheaper than one after the other. */
const stats = (field: string) => ({ [statsName(field)]: { stats: { field } } });

/** The aggregations that a bucket needs so that `figuresOf` can read these measures from it. */
export function aggregationsOf(measures: readonly Measure[]): Record<string, Clause> {
  return Object.assign({}, ...measures.map(({ id, formula }) => aggregationsOfFormula(id, formula)));
}

/**
 * What the search service can order groups by where it is to be this measure: it cannot order by a share, so by the
 * count of what the share is a part of; by the number of documents where there is no such count.
 */
export function orderOf({ id, formula }: Measure): string {
  switch (formula.kind) {
    case 'share':
      return `${id}_part`;
    case 'sum':
      return sumName(formula.field);
    case 'highest':
      return maxName(formula.field);
    case 'ratio':
      return formula.restsOn ? sumName(formula.over) : `${statsName(formula.over)}.sum`;
    case 'bucketPercentile':
      return mostOf(formula.counts).by;
    default:
      return formula.kind === 'count' && formula.of ? `${id}_of` : '_count';
  }
}

/**
 * By what groups have the most of what buckets count, for those who order by nothing else: what it is called, and the
 * aggregation that it needs. By the number of documents where these do not say how many they count.
 */
export function mostOf({ total }: BucketCounts): {
  readonly by: string;
  readonly aggs: Record<string, Clause>;
} {
  return total ? { by: sumName(total), aggs: sum(total) } : { by: '_count', aggs: {} };
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
      return sum(formula.field);
    case 'highest':
      return highest(formula.field);
    case 'share':
      return {
        [`${id}_part`]: { filter: clauseOf(formula.part) },
        [`${id}_whole`]: { filter: clauseOf(formula.whole) },
      };
    case 'average':
      return formula.of
        ? { [`${id}_of`]: { filter: clauseOf(formula.of), aggs: stats(formula.field) } }
        : stats(formula.field);
    case 'ratio':
      return Object.assign(
        formula.restsOn ? { ...sum(formula.over), ...sum(formula.restsOn) } : stats(formula.over),
        ...formula.under.filter((field) => field !== formula.over).map(sum),
      );
    case 'bucketPercentile':
      return { ...mostOf(formula.counts).aggs, ...sumsOf(formula.counts), ...highestOf(formula.counts) };
    case 'valuePercentile':
      return valueAggregations(formula.field);
  }
}

/** How many fell into each bucket, of a field whose documents nobody has counted: a bound belongs to the bucket below it. */
export function rangesOf({ valuesOf, buckets }: ValueCounts): Record<string, Clause> {
  const { bounds } = buckets;
  const filters = bucketFields(buckets).map((name, i) => {
    const above = bounds[i - 1];
    const upTo = bounds[i];
    const range = {
      ...(above === undefined ? {} : { gt: above }),
      ...(upTo === undefined ? {} : { lte: upTo }),
    };
    return [name, { range: { [valuesOf]: range } }] as const;
  });
  return { [rangesName(valuesOf)]: { filters: { filters: Object.fromEntries(filters) } } };
}

/** Of each bucket. Needs the buckets of `rangesOf`. */
export function rangeCountsOf({ valuesOf, buckets }: ValueCounts, ...found: readonly Bucket[]): number[] {
  return bucketFields(buckets).map((name) =>
    total(found, rangesName(valuesOf), 'buckets', name, 'doc_count'),
  );
}

/** The sums of counts per bucket. */
export function sumsOf(counts: BucketCounts): Record<string, Clause> {
  return Object.assign({}, ...countFields(counts).map(sum));
}

/** How many fell into each bucket. Needs the buckets of `sumsOf`. */
export function countsOf(counts: BucketCounts, ...buckets: readonly Bucket[]): number[] {
  return countFields(counts).map((field) => total(buckets, sumName(field), 'value'));
}

const countFields = ({ field, buckets }: BucketCounts) =>
  bucketFields(buckets).map((one) => `${field}.${one}`);

function highestOf({ highest }: BucketCounts): Record<string, Clause> {
  return highest ? { [maxName(highest)]: { max: { field: highest } } } : {};
}

/** The same for every percentile of a field, so that they share it. */
function valueAggregations(field: string): Record<string, Clause> {
  const hdr = { number_of_significant_value_digits: 2 };
  return {
    [percentilesName(field)]: { percentiles: { field, percents: [50, 95], hdr, keyed: true } },
    [countName(field)]: { value_count: { field } },
  };
}

function figureOf({ id, formula }: Measure, buckets: readonly Bucket[]): Figure {
  const sumOf = (field: string) => total(buckets, sumName(field), 'value');
  const statsOf = (field: string, name: 'sum' | 'count') => total(buckets, statsName(field), name);
  const count = (name: string) => total(buckets, `${id}_${name}`, 'doc_count');
  switch (formula.kind) {
    case 'count':
      return all(formula.of ? count('of') : total(buckets, 'doc_count'));
    case 'sum':
      return all(sumOf(formula.field));
    case 'highest':
      return {
        value: mostAt(buckets, maxName(formula.field)),
        restsOn: total(buckets, countName(formula.field), 'value'),
      };
    case 'share':
      return per(count('part'), count('whole'), 100);
    case 'average': {
      const path = [...(formula.of ? [`${id}_of`] : []), statsName(formula.field)];
      return per(total(buckets, ...path, 'sum'), total(buckets, ...path, 'count'), 1);
    }
    case 'ratio': {
      const { over, under, times, restsOn } = formula;
      const part = restsOn ? sumOf(over) : statsOf(over, 'sum');
      const whole = under.reduce((total, field) => total + (field === over ? part : sumOf(field)), 0);
      return { ...per(part, whole, times), restsOn: restsOn ? sumOf(restsOn) : statsOf(over, 'count') };
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
  const top = highest ? mostAt(buckets, maxName(highest)) : null;
  return {
    value: bucketPercentile(counts.buckets, found, percentile, top),
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
  const restsOn = numberAt(bucket, countName(field), 'value') ?? 0;
  const value = numberAt(bucket, percentilesName(field), 'values', percentile.toFixed(1));
  return { value: restsOn > 0 ? value : null, restsOn };
}

/** The highest that any bucket has; null where none has one. */
function mostAt(buckets: readonly Bucket[], name: string): number | null {
  const tops = buckets.flatMap((bucket) => numberAt(bucket, name, 'value') ?? []);
  return tops.length > 0 ? Math.max(...tops) : null;
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
