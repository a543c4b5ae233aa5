import { callMeasures } from '../../dashboards/measures/lists.ts';
import type { QualityLimits } from '../../model/quality/limits.ts';
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
import { figuresOf } from './measure-aggregation.ts';
import { columnsAt, intervalsOf, overTime, timesAt } from './over-time.ts';
import { foundBy, searchOf } from './panels/panel-search.ts';
import { tallyOf, toldOf } from './panels/tally.ts';

/** Answers `GET /query/overview`: how calls were in a range of time, and where and when they were not. */
export async function overviewOf(filters: Filters, ask: Ask, limits: QualityLimits): Promise<Overview> {
  const { fine, coarse } = intervalsOf(filters);
  const [now = {}, earlier = {}, ...groups] = await aggregationsOfAll(ask, [
    callSearch(filters, {
      overTime: overTime(filters, fine, callMeasures),
      ...poorOverTime(filters, coarse),
      failures: { terms: { field: 'failures', size: 20 } },
    }),
    searchOf(tallyOf(callMeasures, periodBefore(filters))),
    ...overviewDimensions.map((dimension) =>
      callSearch(filters, breakdownAggregations(dimension, filters, coarse)),
    ),
  ]);
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
    breakdowns: overviewDimensions.map((dimension, i) =>
      breakdownOf(dimension, groups[i] ?? {}, now, groupTimes),
    ),
    setupFailures: bucketsAt(now, 'failures').map((bucket) => ({
      failure: String(bucket.key),
      calls: countAt(bucket),
    })),
  };
}

async function aggregationsOfAll(ask: Ask, searches: Parameters<Ask>[0]): Promise<readonly Bucket[]> {
  return (await ask(searches)).map(foundBy);
}
