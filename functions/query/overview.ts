import { callMeasures } from '../../dashboards/measures/lists.ts';
import type { QualityLimits } from '../../model/quality/limits.ts';
import type { Dimension } from '../../model/query/dimension.ts';
import type { Filters } from '../../model/query/filters.ts';
import type { Overview } from '../../model/query/overview.ts';
import { periodBefore } from '../../model/query/period-before.ts';
import type { Ask } from './ask.ts';
import {
  breakdownAggregations,
  breakdownOf,
  overviewDimensions,
  poorOverTime,
  timesOfBreakdown,
} from './breakdown.ts';
import { type Bucket, bucketsAt, countAt } from './bucket.ts';
import { callSearch } from './call-search.ts';
import { groupedColumnsSearch, groupsOfColumns } from './grouped-columns.ts';
import { figuresOf } from './measure-aggregation.ts';
import { columnsAt, intervalsOf, overTime, timesAt } from './over-time.ts';
import { foundBy, searchOf } from './panels/panel-search.ts';
import { tallyOf, toldOf } from './panels/tally.ts';

/** In one search only so many, for each column of each value is a bucket, and an answer may have some ten thousand. */
const dimensionsAtOnce = 4;
const together = Array.from({ length: Math.ceil(overviewDimensions.length / dimensionsAtOnce) }, (_, i) =>
  overviewDimensions.slice(i * dimensionsAtOnce, (i + 1) * dimensionsAtOnce),
);

/** Answers `GET /query/overview`: how calls were in a range of time, and where and when they were not. */
export async function overviewOf(filters: Filters, ask: Ask, limits: QualityLimits): Promise<Overview> {
  const { fine, coarse } = intervalsOf(filters);
  const [now = {}, earlier = {}, ...columns] = await foundOf(ask, [
    callSearch(filters, {
      overTime: overTime(filters, fine, callMeasures),
      ...poorOverTime(filters, coarse),
      failures: { terms: { field: 'failures', size: 20 } },
    }),
    searchOf(tallyOf(callMeasures, periodBefore(filters))),
    ...together.map((dimensions) => groupedColumnsSearch(dimensions, filters, coarse)),
  ]);
  const groups = await groupsOf(columns, filters, ask);
  const times = timesAt(filters, fine, now, 'overTime');
  const groupTimes = timesOfBreakdown(filters, coarse, now);
  return {
    from: filters.from,
    to: filters.to,
    limits,
    // The columns add up to the whole, so that it need not be asked for once more.
    totals: figuresOf(callMeasures, ...bucketsAt(now, 'overTime')),
    before: figuresOf(callMeasures, toldOf(callMeasures, earlier)),
    overTime: { interval: fine.name, times, columns: columnsAt(now, 'overTime', callMeasures, times) },
    groupTimes,
    breakdowns: overviewDimensions.map((dimension) =>
      breakdownOf(dimension, groups.get(dimension) ?? {}, now, groupTimes),
    ),
    setupFailures: bucketsAt(now, 'failures').map((bucket) => ({
      failure: String(bucket.key),
      calls: countAt(bucket),
    })),
  };
}

/** Asks once more, by value, for the dimensions that have too many values for every column to name. */
async function groupsOf(
  columns: readonly Bucket[],
  filters: Filters,
  ask: Ask,
): Promise<ReadonlyMap<Dimension, Bucket>> {
  const { coarse } = intervalsOf(filters);
  const turned = together.flatMap((dimensions, i) =>
    dimensions.map((one) => [one, groupsOfColumns(one, columns[i] ?? {})] as const),
  );
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
