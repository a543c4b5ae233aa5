import { callMeasures } from '../../dashboards/measures/lists.ts';
import type { QualityLimits } from '../../model/quality/limits.ts';
import type { Filters } from '../../model/query/filters.ts';
import type { Overview } from '../../model/query/overview.ts';
import { apiOf, apiSearch } from './agent-api.ts';
import type { Ask, Clause, Search, SearchAnswer } from './ask.ts';
import { breakdownAggregations, breakdownOf, overviewDimensions } from './breakdown.ts';
import { type Bucket, bucketAt, bucketsAt, countAt } from './bucket.ts';
import { allOf, clausesOf } from './conditions.ts';
import { aggregationsOf, figuresOf } from './measure-aggregation.ts';
import { columnsAt, intervalsOf, overTime, timesAt } from './over-time.ts';

/** Answers `GET /query/overview`: everything about a range of time, asked for at once. */
export async function overviewOf(filters: Filters, ask: Ask, limits: QualityLimits): Promise<Overview> {
  const before = periodBefore(filters);
  const { fine, coarse } = intervalsOf(filters);
  const searches: Search[] = [
    callSearch(filters, {
      all: { filter: { match_all: {} }, aggs: aggregationsOf(callMeasures) },
      overTime: overTime(filters, fine, callMeasures),
      groupTimes: overTime(filters, coarse, []),
      failures: { terms: { field: 'failures', size: 20 } },
    }),
    callSearch(before, { all: { filter: { match_all: {} }, aggs: aggregationsOf(callMeasures) } }),
    apiSearch(filters),
    ...overviewDimensions.map((dimension) =>
      callSearch(filters, breakdownAggregations(dimension, filters, coarse)),
    ),
  ];
  const [now, earlier, api, ...groups] = (await ask(searches)).map(aggregationsIn);
  return {
    from: filters.from,
    to: filters.to,
    limits,
    totals: figuresOf(callMeasures, bucketAt(now ?? {}, 'all')),
    before: figuresOf(callMeasures, bucketAt(earlier ?? {}, 'all')),
    overTime: {
      interval: fine.name,
      times: timesAt(now ?? {}, 'overTime'),
      columns: columnsAt(now ?? {}, 'overTime', callMeasures),
    },
    groupTimes: timesAt(now ?? {}, 'groupTimes'),
    breakdowns: overviewDimensions.map((dimension, i) => breakdownOf(dimension, groups[i] ?? {})),
    setupFailures: bucketsAt(now ?? {}, 'failures').map((bucket) => ({
      failure: String(bucket.key),
      calls: countAt(bucket),
    })),
    api: apiOf(api ?? {}, filters),
  };
}

/** A search for figures of calls, without the calls themselves. */
export function callSearch(filters: Filters, aggs: Record<string, Clause>): Search {
  return {
    index: 'softphone-calls-*',
    body: { size: 0, track_total_hits: false, query: allOf(clausesOf('softphone-calls', filters)), aggs },
  };
}

/** The same filters for the same length of time just before. */
function periodBefore(filters: Filters): Filters {
  const length = Date.parse(filters.to) - Date.parse(filters.from);
  return {
    ...filters,
    from: new Date(Date.parse(filters.from) - length).toISOString(),
    to: filters.from,
  };
}

const aggregationsIn = (answer: SearchAnswer): Bucket => answer.aggregations ?? {};
