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
import { remainingColumns } from './remaining-columns.ts';

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
  const [answer = {}] = (await ask([callSearch(filters, groupsBy(by, callMeasures))])).map(
    ({ aggregations }) => aggregations,
  );
  const groupOf = (key: string | null, bucket: Bucket) => ({ key, figures: figuresOf(callMeasures, bucket) });
  return readGroups(by, answer, groupOf, (unknown) => groupOf(null, unknown));
}

/** Splits calls by a dimension, with the share of poor ones of each value, and when. */
export function breakdownAggregations(
  dimension: Dimension,
  filters: Filters,
  interval: Interval,
): Record<string, Clause> {
  return groupsBy(dimension, [poorCalls], { [columns]: overTime(filters, interval, [poorCalls]) });
}

/**
 * Reads what `breakdownAggregations` asked for.
 *
 * @param whole the bucket with the share of poor calls over time, of all calls: what the groups leave of it is that of the
 *   calls whose value is not known. Where there are more groups than fit, nobody knows when those were poor.
 */
export function breakdownOf(
  dimension: Dimension,
  answer: Bucket,
  whole: Bucket,
  times: readonly string[],
): Breakdown {
  const columnsOf = (bucket: Bucket) =>
    columnsAt(bucket, columns, [poorCalls], times)[poorCalls.id] ?? { values: [], restsOn: [] };
  const groupOf = (key: string | null, bucket: Bucket, when: Bucket) => ({
    key,
    figures: figuresOf([poorCalls], bucket),
    poorCalls: columnsOf(when),
  });
  const rest = () => (hasMore(answer) ? {} : remainingColumns(whole, bucketsAt(answer, 'groups'), columns));
  return readGroups(
    dimension,
    answer,
    (key, bucket) => groupOf(key, bucket, bucket),
    (unknown) => groupOf(null, unknown, rest()),
  );
}

/** The histogram's name, here and in `whole`. */
const columns = 'groupTimes';

/**
 * Of more values than fit, those with the most poor calls are kept: the search engine cannot sort by a share, and a
 * high share of few calls is not what matters.
 */
function groupsBy(
  dimension: Dimension,
  measures: readonly Measure[],
  ofGroups: Record<string, Clause> = {},
): Record<string, Clause> {
  const field = dimensionFields[dimension];
  const aggs = aggregationsOf(measures);
  const order = [{ [`${poorCalls.id}_part`]: 'desc' }, { _key: 'asc' }];
  return {
    groups: { terms: { field, size: mostGroups, order }, aggs: { ...aggs, ...ofGroups } },
    unknown: { missing: { field }, aggs },
  };
}

const hasMore = (answer: Bucket) => (numberAt(answer, 'groups', 'sum_other_doc_count') ?? 0) > 0;

/** The calls in which the value is not known are a group of their own. */
function readGroups<Group>(
  dimension: Dimension,
  answer: Bucket,
  groupOf: (key: string, bucket: Bucket) => Group,
  unknownOf: (bucket: Bucket) => Group,
) {
  const unknown = bucketAt(answer, 'unknown');
  const groups = bucketsAt(answer, 'groups').map((bucket) => groupOf(String(bucket.key), bucket));
  return {
    dimension,
    groups: groups.length > 0 && countAt(unknown) > 0 ? [...groups, unknownOf(unknown)] : groups,
    more: hasMore(answer),
  };
}
