import { bucketFields } from '../../../model/quality/buckets.ts';
import type { BucketCounts, Measure } from '../../measures/measure.ts';
import { knownQuery } from './measure-metrics.ts';
import { calculation, type TsvbMetric, tsvbQuery } from './metric.ts';
import { seriesOf, type TsvbSeries } from './series.ts';
import { formats } from './unit.ts';

/** The count that a measure's figure rests on; none for what is a count itself. */
export function restsOnSeries(measure: Measure): readonly TsvbSeries[] {
  const metrics = metricsOf(measure);
  if (metrics.length === 0) return [];
  return [
    {
      ...seriesOf(measure),
      id: `${measure.id}-restsOn-series`,
      label: measure.restsOn,
      metrics,
      filter: tsvbQuery(knownQuery(measure)),
      ...formats.count,
    },
  ];
}

function metricsOf({ id, formula }: Measure): readonly TsvbMetric[] {
  const documents = { id: `${id}-restsOn`, type: 'count' } as const;
  switch (formula.kind) {
    case 'count':
    case 'sum':
      return [];
    case 'ratio':
      return formula.restsOn ? [{ ...documents, type: 'sum', field: formula.restsOn }] : [documents];
    case 'bucketPercentile':
      return allOf(documents.id, formula.counts);
    default:
      return [documents];
  }
}

function allOf(id: string, { field, buckets }: BucketCounts): readonly TsvbMetric[] {
  const fields = bucketFields(buckets);
  const inputs = fields.map((one) => [one, { type: 'sum', field: `${field}.${one}` }] as const);
  return calculation(id, Object.fromEntries(inputs), fields.map((one) => `params.${one}`).join(' + '));
}
