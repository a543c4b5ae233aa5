import { poorCalls } from '../../dashboards/measures/calls.ts';
import { callMeasures } from '../../dashboards/measures/lists.ts';
import type { QualityLimits } from '../../model/quality/limits.ts';
import type { Dimension } from '../../model/query/dimension.ts';
import type { Filters } from '../../model/query/filters.ts';
import type { Overview } from '../../model/query/overview.ts';
import { periodBefore } from '../../model/query/period-before.ts';
import type { Ask } from './ask.ts';
import { breakdownAggregations, breakdownOf, overviewDimensions, timesOfBreakdown } from './breakdown.ts';
import { type Bucket, bucketsAt, countAt } from './bucket.ts';
import { callSearch } from './call-search.ts';
import { countedSearch, withCounted } from './counted-columns.ts';
import { groupedColumnsSearches, groupsOfColumns, groupTimes } from './grouped-columns.ts';
import { figuresOf } from './measure-aggregation.ts';
import { columnsAt, intervalsOf, overTime, timesAt } from './over-time.ts';
import { countsOf } from './panels/count.ts';
import { foundBy, searchOf } from './panels/panel-search.ts';
import { countsIn, isCounted, tallyOf, toldOf } from './panels/tally.ts';

const summed = callMeasures.filter((measure) => !isCounted(measure));

/** Answers `GET /query/overview`: how calls were in a range of time, and where and when they were not. */
export async function overviewOf(filters: Filters, ask: Ask, limits: QualityLimits): Promise<Overview> {
  const { fine, coarse } = intervalsOf(filters);
  const [all = {}, counted = {}, earlier = {}, allGroups = {}, ...countedGroups] = await foundOf(ask, [
    callSearch(filters, {
      overTime: overTime(filters, fine, summed),
      failures: { terms: { field: 'failures', size: 20 } },
    }),
    countedSearch(
      callMeasures.flatMap((measure) => countsOf(measure) ?? []),
      filters,
      { overTime: overTime(filters, fine, []) },
    ),
    searchOf(tallyOf(callMeasures, periodBefore(filters))),
    ...groupedColumnsSearches(overviewDimensions, filters, coarse),
  ]);
  const columns = withCounted(callMeasures, 'overTime', all, counted).map((column) =>
    toldOf(callMeasures, column),
  );
  const groupColumns = withCounted([poorCalls], groupTimes, allGroups, Object.assign({}, ...countedGroups));
  const groups = await groupsOf(groupColumns, filters, ask);
  const now = {
    overTime: { buckets: columns },
    [groupTimes]: { buckets: groupColumns.map(countsOfPoor) },
  };
  const times = timesAt(filters, fine, now, 'overTime');
  const timesOfGroups = timesOfBreakdown(filters, coarse, now);
  return {
    from: filters.from,
    to: filters.to,
    limits,
    // The columns add up to the whole, so that it need not be asked for once more.
    totals: figuresOf(callMeasures, ...columns),
    before: figuresOf(callMeasures, toldOf(callMeasures, earlier)),
    overTime: { interval: fine.name, times, columns: columnsAt(now, 'overTime', callMeasures, times) },
    groupTimes: timesOfGroups,
    breakdowns: overviewDimensions.map((dimension) =>
      breakdownOf(dimension, groups.get(dimension) ?? {}, now, timesOfGroups),
    ),
    setupFailures: bucketsAt(all, 'failures').map((bucket) => ({
      failure: String(bucket.key),
      calls: countAt(bucket),
    })),
  };
}

/** A column without its groups. */
function countsOfPoor(column: Bucket): Bucket {
  const counts = Object.keys(countsIn([poorCalls])).map(
    (name) => [name, { doc_count: countAt(column, name) }] as const,
  );
  return { key: column.key, doc_count: countAt(column), ...Object.fromEntries(counts) };
}

/** Asks once more, by value, for the dimensions that have too many values for every column to name. */
async function groupsOf(
  columns: readonly Bucket[],
  filters: Filters,
  ask: Ask,
): Promise<ReadonlyMap<Dimension, Bucket>> {
  const { coarse } = intervalsOf(filters);
  const turned = overviewDimensions.map((one) => [one, groupsOfColumns(one, columns)] as const);
  const left = turned.flatMap(([dimension, groups]) => (groups ? [] : dimension));
  const searches = left.map((one) => callSearch(filters, breakdownAggregations(one, filters, coarse)));
  const found = left.length > 0 ? await foundOf(ask, searches) : [];
  return new Map([
    ...turned.map(([dimension, buckets = []]) => [dimension, { groups: { buckets } }] as const),
    ...left.map((dimension, i) => [dimension, found[i] ?? {}] as const),
  ]);
}

async function foundOf(ask: Ask, searches: Parameters<Ask>[0]): Promise<readonly Bucket[]> {
  return (await ask(searches)).map(foundBy);
}
