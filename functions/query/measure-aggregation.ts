import type { Formula, Measure } from '../../dashboards/measures/measure.ts';
import { bucketFields } from '../../model/documents/api-metric.ts';
import { latencyPercentile } from '../../model/quality/latency-percentile.ts';
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
        [`${id}_count`]: { value_count: { field: formula.over } },
        ...Object.fromEntries(formula.under.map((field) => [`${id}_${field}`, sum(field)])),
      };
    case 'latencyPercentile':
      return latencyAggregations;
  }
}

/** Shared by all percentiles: the buckets' counts are the same. */
const latencyAggregations: Record<string, Clause> = {
  latency_max: { max: { field: 'timeMillis.max' } },
  ...Object.fromEntries(bucketFields.map((field) => [`latency_${field}`, sum(`buckets.${field}`)])),
};

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
    case 'latencyPercentile':
      return latencyFigure(formula.percentile, buckets);
  }
}

function latencyFigure(percentile: number, buckets: readonly Bucket[]): Figure {
  const counts = bucketFields.map((field) => total(buckets, `latency_${field}`, 'value'));
  const longest = buckets.flatMap((bucket) => numberAt(bucket, 'latency_max', 'value') ?? []);
  return {
    value: latencyPercentile(counts, percentile, longest.length > 0 ? Math.max(...longest) : null),
    restsOn: counts.reduce((sum, count) => sum + count, 0),
  };
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
