import type { Formula, Measure } from '../../dashboards/measures/measure.ts';
import { bucketFields } from '../../model/documents/api-metric.ts';
import { latencyPercentile } from '../../model/quality/latency-percentile.ts';
import type { Figure, Figures } from '../../model/query/figure.ts';
import type { Clause } from './ask.ts';
import { type Bucket, countAt, numberAt } from './bucket.ts';
import { clauseOf } from './conditions.ts';

const sum = (field: string): Clause => ({ sum: { field } });

/** The aggregations that a bucket needs so that `figuresOf` can read these measures from it. */
export function aggregationsOf(measures: readonly Measure[]): Record<string, Clause> {
  return Object.assign({}, ...measures.map(({ id, formula }) => aggregationsOfFormula(id, formula)));
}

/** The values of measures in one bucket. Needs the bucket of `aggregationsOf` the same measures. */
export function figuresOf(measures: readonly Measure[], bucket: Bucket): Figures {
  return Object.fromEntries(measures.map((measure) => [measure.id, figureOf(measure, bucket)]));
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

function figureOf({ id, formula }: Measure, bucket: Bucket): Figure {
  const value = (name: string) => numberAt(bucket, `${id}_${name}`, 'value') ?? 0;
  switch (formula.kind) {
    case 'count':
      return all(formula.of ? countAt(bucket, `${id}_of`) : countAt(bucket));
    case 'sum':
      return all(value('sum'));
    case 'share':
      return per(countAt(bucket, `${id}_part`), countAt(bucket, `${id}_whole`), 100);
    case 'average':
      return {
        value: numberAt(bucket, `${id}_stats`, 'avg'),
        restsOn: numberAt(bucket, `${id}_stats`, 'count') ?? 0,
      };
    case 'ratio': {
      const under = formula.under.reduce((total, field) => total + value(field), 0);
      const restsOn = formula.restsOn ? value(formula.restsOn) : value('count');
      return { ...per(value('over'), under, formula.times), restsOn };
    }
    case 'latencyPercentile':
      return latencyFigure(formula.percentile, bucket);
  }
}

function latencyFigure(percentile: number, bucket: Bucket): Figure {
  const counts = bucketFields.map((field) => numberAt(bucket, `latency_${field}`, 'value') ?? 0);
  const max = numberAt(bucket, 'latency_max', 'value');
  return {
    value: latencyPercentile(counts, percentile, max),
    restsOn: counts.reduce((total, count) => total + count, 0),
  };
}

const all = (count: number): Figure => ({ value: count, restsOn: count });

const per = (part: number, whole: number, times: number): Figure => ({
  value: whole > 0 ? (times * part) / whole : null,
  restsOn: whole,
});
