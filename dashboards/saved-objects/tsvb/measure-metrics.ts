import type { Condition, Formula, Measure } from '../../measures/measure.ts';
import { conditionQuery } from '../condition-query.ts';
import { bucketPercentileMetrics } from './bucket-percentile-script.ts';
import { calculation, type TsvbMetric, tsvbQuery } from './metric.ts';

/** What a script gives where there is nothing to compute a figure of: no point of a line. */
const noFigure = 'null';

/**
 * A measure's figure as TSVB computes it: the last metric is the figure. Percent come as fractions.
 *
 * @param none what there is where nothing was measured, in Painless
 */
export function metricsOf(measure: Measure, none = noFigure): readonly TsvbMetric[] {
  const { id, formula, unit } = measure;
  switch (formula.kind) {
    case 'count':
      return [{ id, type: 'count' }];
    case 'sum':
      return [{ id, type: 'sum', field: formula.field }];
    case 'highest':
      return highest(id, formula.field, none);
    case 'average':
      return average(id, formula.field, none);
    case 'share':
      return share(id, formula, none);
    case 'ratio':
      return ratio(id, formula, unit === 'percent' ? formula.times / 100 : formula.times, none);
    case 'bucketPercentile':
      return bucketPercentileMetrics({ ...formula, id, times: unit === 'percent' ? 0.01 : 1, none });
    case 'valuePercentile':
      // TSVB estimates percentiles in another way than the pages: the figures would differ.
      throw new Error(`${id}: draw percentiles of values with Vega`);
  }
}

/** The documents that a measure is about, in DQL. */
export function amongQuery({ among = [], formula }: Measure): string {
  return conditionQuery([...among, ...('of' in formula && formula.of ? [formula.of] : [])]);
}

/** Of those, the documents that say something of the figure: without them there is none, and TSVB would make it 0. */
export function knownQuery(measure: Measure): string {
  const { among = [], formula } = measure;
  if (formula.kind !== 'ratio') return conditionQuery([...among, ...conditionsOf(formula)]);
  const fields = [...new Set([formula.over, ...formula.under])];
  const any = `(${fields.map((field) => `${field}: *`).join(' or ')})`;
  return [amongQuery(measure), any].filter((query) => query !== '').join(' and ');
}

function conditionsOf(formula: Formula): readonly Condition[] {
  switch (formula.kind) {
    case 'count':
      return formula.of ? [formula.of] : [];
    case 'highest':
      return [{ field: formula.field }];
    case 'average':
      return [...(formula.of ? [formula.of] : []), { field: formula.field }];
    case 'share':
      return [formula.whole];
    default:
      return [];
  }
}

function average(id: string, field: string, none: string): readonly TsvbMetric[] {
  const inputs = { sum: { type: 'sum', field }, known: { type: 'value_count', field } } as const;
  return calculation(id, inputs, `params.known > 0 ? params.sum / params.known : ${none}`);
}

function highest(id: string, field: string, none: string): readonly TsvbMetric[] {
  const inputs = { highest: { type: 'max', field }, known: { type: 'value_count', field } } as const;
  return calculation(id, inputs, `params.known > 0 ? params.highest : ${none}`);
}

/** TSVB counts what meets a query only for a filter ratio, and that is 0 of nothing; so its counts are divided again. */
function share(
  id: string,
  { part, whole }: Formula & { kind: 'share' },
  none: string,
): readonly TsvbMetric[] {
  const counts = `${id}-counts`;
  const countOf = (name: 'numerator' | 'denominator') => ({
    id: `${id}-${name}-variable`,
    name,
    field: `${counts}-${name}>_count`,
  });
  return [
    {
      id: counts,
      type: 'filter_ratio',
      numerator: tsvbQuery(conditionQuery([part])),
      denominator: tsvbQuery(conditionQuery([whole])),
      metric_agg: 'count',
    },
    {
      id,
      type: 'calculation',
      variables: [countOf('numerator'), countOf('denominator')],
      script: `params.denominator > 0 ? params.numerator / params.denominator : ${none}`,
    },
  ];
}

function ratio(
  id: string,
  formula: Formula & { kind: 'ratio' },
  times: number,
  none: string,
): readonly TsvbMetric[] {
  const under = Object.fromEntries(
    formula.under.map((field, i) => [`under${i}`, { type: 'sum', field }] as const),
  );
  const whole = Object.keys(under)
    .map((name) => `params.${name}`)
    .join(' + ');
  const script = `double whole = ${whole}; return whole > 0 ? ${times} * params.over / whole : ${none};`;
  return calculation(id, { over: { type: 'sum', field: formula.over }, ...under }, script);
}
