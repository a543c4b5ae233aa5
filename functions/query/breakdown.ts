import { poorCalls } from '../../dashboards/measures/calls.ts';
import { callMeasures } from '../../dashboards/measures/lists.ts';
import type { Measure } from '../../dashboards/measures/measure.ts';
import { type Dimension, dimensionFields } from '../../model/query/dimension.ts';
import type { FiguresBy, FiguresQuery } from '../../model/query/figures-by.ts';
import type { Filters } from '../../model/query/filters.ts';
import type { Interval } from '../../model/query/interval.ts';
import type { Breakdown } from '../../model/query/overview.ts';
import type { Ask, Clause } from './ask.ts';
import { type Bucket, bucketAt, bucketsAt, countAt, numberAt } from './bucket.ts';
import { callSearch } from './call-search.ts';
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

/** Answers `GET /query/figures`: asked for one dimension at a time, as all measures of all of them cost ten times as much. */
export async function figuresByDimension({ by, ...filters }: FiguresQuery, ask: Ask): Promise<FiguresBy> {
  const [answer] = await ask([callSearch(filters, groupsBy(by, callMeasures))]);
  return readGroups(by, answer?.aggregations ?? {}, (key, bucket) => ({
    key,
    figures: figuresOf(callMeasures, bucket),
  }));
}

/** Splits calls by a dimension, with the share of poor ones of each value, and when. */
export function breakdownAggregations(
  dimension: Dimension,
  filters: Filters,
  interval: Interval,
): Record<string, Clause> {
  return groupsBy(dimension, [poorCalls], { overTime: overTime(filters, interval, [poorCalls]) });
}

/** Reads what `breakdownAggregations` asked for. */
export function breakdownOf(dimension: Dimension, answer: Bucket, times: readonly string[]): Breakdown {
  return readGroups(dimension, answer, (key, bucket) => ({
    key,
    figures: figuresOf([poorCalls], bucket),
    poorCalls: columnsAt(bucket, 'overTime', [poorCalls], times)[poorCalls.id] ?? { values: [], restsOn: [] },
  }));
}

/**
 * Of more values than fit, those with the most poor calls are kept: the search engine cannot sort by a share, and a
 * high share of few calls is not what matters.
 */
function groupsBy(
  dimension: Dimension,
  measures: readonly Measure[],
  more: Record<string, Clause> = {},
): Record<string, Clause> {
  const field = dimensionFields[dimension];
  const aggs = { ...aggregationsOf(measures), ...more };
  const order = [{ [`${poorCalls.id}_part`]: 'desc' }, { _key: 'asc' }];
  return {
    groups: { terms: { field, size: mostGroups, order }, aggs },
    unknown: { missing: { field }, aggs },
  };
}

/** The calls in which the value is not known are a group of their own. */
function readGroups<Group>(
  dimension: Dimension,
  answer: Bucket,
  groupOf: (key: string | null, bucket: Bucket) => Group,
) {
  const unknown = bucketAt(answer, 'unknown');
  const groups = bucketsAt(answer, 'groups').map((bucket) => groupOf(String(bucket.key), bucket));
  return {
    dimension,
    groups: groups.length > 0 && countAt(unknown) > 0 ? [...groups, groupOf(null, unknown)] : groups,
    more: (numberAt(answer, 'groups', 'sum_other_doc_count') ?? 0) > 0,
  };
}
