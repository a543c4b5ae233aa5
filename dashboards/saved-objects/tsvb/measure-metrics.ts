import type { Condition, Formula, Measure } from '../../measures/measure.ts';
import { conditionQuery } from '../condition-query.ts';
import { bucketPercentileMetrics } from './bucket-percentile-script.ts';
import { calculation, type TsvbMetric, tsvbQuery } from './metric.ts';

/** A measure's figure as TSVB computes it: the last metric is the figure. Percent come as fractions. */
export function metricsOf({ id, formula, unit }: Measure): readonly TsvbMetric[] {
  switch (formula.kind) {
    case 'count':
      return [{ id, type: 'count' }];
    case 'sum':
      return [{ id, type: 'sum', field: formula.field }];
    case 'average':
      return [{ id, type: 'avg', field: formula.field }];
    case 'share':
      return [
        {
          id,
          type: 'filter_ratio',
          numerator: tsvbQuery(conditionQuery([formula.part])),
          denominator: tsvbQuery(conditionQuery([formula.whole])),
          metric_agg: 'count',
        },
      ];
    case 'ratio':
      return ratio(id, formula, unit === 'percent' ? formula.times / 100 : formula.times);
    case 'bucketPercentile':
      return bucketPercentileMetrics(id, formula.counts, formula.percentile, unit === 'percent' ? 0.01 : 1);
    case 'valuePercentile':
      // TSVB estimates percentiles in another way than the pages: the figures would differ.
      throw new Error(`${id}: draw percentiles of values with Vega`);
  }
}

/**
 * The documents among which the figure is to be computed, in DQL. Without those that say nothing about it, so that
 * where nothing was measured there is no figure: TSVB gives 0 for a ratio of nothing to nothing.
 */
export function amongQuery({ among = [], formula }: Measure): string {
  const known = conditionQuery([...among, ...conditionsOf(formula)]);
  if (formula.kind !== 'ratio') return known;
  const fields = [...new Set([formula.over, ...formula.under])];
  const any = `(${fields.map((field) => `${field}: *`).join(' or ')})`;
  return known === '' ? any : `${known} and ${any}`;
}

function conditionsOf(formula: Formula): readonly Condition[] {
  switch (formula.kind) {
    case 'count':
      return formula.of ? [formula.of] : [];
    case 'average':
      return [{ field: formula.field }];
    case 'share':
      return [formula.whole];
    default:
      return [];
  }
}

function ratio(id: string, formula: Formula & { kind: 'ratio' }, times: number): readonly TsvbMetric[] {
  const under = Object.fromEntries(
    formula.under.map((field, i) => [`under${i}`, { type: 'sum', field }] as const),
  );
  const whole = Object.keys(under)
    .map((name) => `params.${name}`)
    .join(' + ');
  const script = `double whole = ${whole}; return whole > 0 ? ${times} * params.over / whole : null;`;
  return calculation(id, { over: { type: 'sum', field: formula.over }, ...under }, script);
}
