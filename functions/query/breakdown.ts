import { poorCalls } from '../../dashboards/measures/calls.ts';
import { callMeasures } from '../../dashboards/measures/lists.ts';
import { type Dimension, dimensionFields } from '../../model/query/dimension.ts';
import type { FiguresBy, FiguresQuery } from '../../model/query/figures-by.ts';
import type { Filters } from '../../model/query/filters.ts';
import type { Interval } from '../../model/query/interval.ts';
import type { Breakdown } from '../../model/query/overview.ts';
import type { Ask, Clause } from './ask.ts';
import { type Bucket, bucketAt, bucketsAt, countAt, numberAt } from './bucket.ts';
import { callSearch } from './call-search.ts';
import { aggregationsOf, figuresOf, orderOf } from './measure-aggregation.ts';
import { columnsAt, timesAt } from './over-time.ts';
import { histogram } from './panels/histogram.ts';
import { countsIn, toldOf } from './panels/tally.ts';
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
  const aggs = aggregationsOf(callMeasures);
  const unknown = { missing: { field: dimensionFields[by] }, aggs };
  const [answer] = await ask([callSearch(filters, { groups: groupsBy(by, aggs), unknown })]);
  const found = answer?.aggregations ?? {};
  const groupOf = (key: string | null, bucket: Bucket) => ({ key, figures: figuresOf(callMeasures, bucket) });
  const groups = bucketsAt(found, 'groups').map((bucket) => groupOf(String(bucket.key), bucket));
  const notKnown = bucketAt(found, 'unknown');
  return {
    dimension: by,
    // The calls in which the value is not known are a group of their own.
    groups: groups.length > 0 && countAt(notKnown) > 0 ? [...groups, groupOf(null, notKnown)] : groups,
    more: hasMore(found),
  };
}

/** The histogram of poor calls, of each group and of the whole. */
const columns = 'groupTimes';

/** When calls were poor, of each group. */
function poorOverTime(filters: Filters, interval: Interval): Record<string, Clause> {
  return { [columns]: { ...histogram(interval, filters.zone), aggs: countsIn([poorCalls]) } };
}

/** Splits calls by a dimension, with the share of poor ones of each value over time. */
export function breakdownAggregations(
  dimension: Dimension,
  filters: Filters,
  interval: Interval,
): Record<string, Clause> {
  const order = { [poorOnes]: aggregationsOf([poorCalls])[poorOnes] ?? {} };
  return { groups: groupsBy(dimension, { ...order, ...poorOverTime(filters, interval) }) };
}

/** When the columns of `poorOverTime` begin. */
export function timesOfBreakdown(filters: Filters, interval: Interval, whole: Bucket): string[] {
  return timesAt(filters, interval, whole, columns);
}

/**
 * Reads what `breakdownAggregations` asked for. The columns of a group add up to its figure, and what the groups leave of
 * the whole is that of the calls whose value is not known: neither is asked for. Where there are more groups than fit,
 * nobody can tell those calls from the groups that are not here, and they are left out.
 *
 * @param whole the bucket with `poorOverTime` of all calls
 */
export function breakdownOf(
  dimension: Dimension,
  answer: Bucket,
  whole: Bucket,
  times: readonly string[],
): Breakdown {
  const found = bucketsAt(answer, 'groups');
  const rest = remainingColumns(whole, found, columns);
  const isRest = found.length > 0 && !hasMore(answer) && bucketsAt(rest, columns).some(hasCalls);
  const groupOf = (key: string | null, bucket: Bucket) => {
    const buckets = bucketsAt(bucket, columns).map((column) => toldOf([poorCalls], column));
    const shown = columnsAt({ [columns]: { buckets } }, columns, [poorCalls], times)[poorCalls.id];
    return {
      key,
      figures: figuresOf([poorCalls], ...buckets),
      poorCalls: shown ?? { values: [], restsOn: [] },
    };
  };
  const groups = found.map((bucket) => groupOf(String(bucket.key), bucket));
  return {
    dimension,
    groups: isRest ? [...groups, groupOf(null, rest)] : groups,
    more: hasMore(answer),
  };
}

const hasCalls = (column: Bucket) => countAt(column) > 0;
const hasMore = (answer: Bucket) => (numberAt(answer, 'groups', 'sum_other_doc_count') ?? 0) > 0;

const poorOnes = orderOf(poorCalls);
/**
 * Of more values than fit, those with the most poor calls are kept: the search engine cannot sort by a share, and a
 * high share of few calls is not what matters.
 */
function groupsBy(dimension: Dimension, aggs: Record<string, Clause>): Clause {
  const order = [{ [poorOnes]: 'desc' }, { _key: 'asc' }];
  return { terms: { field: dimensionFields[dimension], size: mostGroups, order }, aggs };
}
