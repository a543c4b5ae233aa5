import { poorCalls } from '../../dashboards/measures/calls.ts';
import { callMeasures } from '../../dashboards/measures/lists.ts';
import { type Dimension, dimensionFields } from '../../model/query/dimension.ts';
import type { Filters } from '../../model/query/filters.ts';
import type { Interval } from '../../model/query/interval.ts';
import type { Breakdown, Group } from '../../model/query/overview.ts';
import type { Clause } from './ask.ts';
import { type Bucket, bucketAt, bucketsAt, countAt, numberAt } from './bucket.ts';
import { aggregationsOf, figuresOf } from './measure-aggregation.ts';
import { columnsAt, overTime } from './over-time.ts';

const mostGroups = 100;

/** By what the overview splits calls. */
export const overviewDimensions: readonly Dimension[] = [
  'site',
  'queue',
  'routingProfile',
  'level1',
  'level2',
  'level3',
  'level4',
  'level5',
  'agent',
  'network',
  'browser',
];

/**
 * Splits calls by a dimension. Of more values than fit, those with the most poor calls are kept: the search engine
 * cannot sort by a share, and a high share of few calls is not what matters.
 */
export function breakdownAggregations(
  dimension: Dimension,
  filters: Filters,
  interval: Interval,
): Record<string, Clause> {
  const field = dimensionFields[dimension];
  const aggs = { ...aggregationsOf(callMeasures), overTime: overTime(filters, interval, [poorCalls]) };
  const order = [{ [`${poorCalls.id}_part`]: 'desc' }, { _key: 'asc' }];
  return {
    groups: { terms: { field, size: mostGroups, order }, aggs },
    unknown: { missing: { field }, aggs },
  };
}

/** Reads what `breakdownAggregations` asked for. The calls in which the value is not known are a group of their own. */
export function breakdownOf(dimension: Dimension, answer: Bucket): Breakdown {
  const unknown = bucketAt(answer, 'unknown');
  const groups = bucketsAt(answer, 'groups').map((bucket) => groupOf(String(bucket.key), bucket));
  return {
    dimension,
    groups: groups.length > 0 && countAt(unknown) > 0 ? [...groups, groupOf(null, unknown)] : groups,
    more: (numberAt(answer, 'groups', 'sum_other_doc_count') ?? 0) > 0,
  };
}

function groupOf(key: string | null, bucket: Bucket): Group {
  const columns = columnsAt(bucket, 'overTime', [poorCalls]);
  return {
    key,
    figures: figuresOf(callMeasures, bucket),
    poorCalls: columns[poorCalls.id] ?? { values: [], restsOn: [] },
  };
}
