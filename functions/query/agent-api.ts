import { apiRequests, apiSlow } from '../../dashboards/measures/agent-api.ts';
import { apiMeasures } from '../../dashboards/measures/lists.ts';
import type { Filters } from '../../model/query/filters.ts';
import type { Overview } from '../../model/query/overview.ts';
import type { Search } from './ask.ts';
import { type Bucket, bucketsAt } from './bucket.ts';
import { allOf, clauseOf, clausesOf, ignoredBy } from './conditions.ts';
import { aggregationsOf, figuresOf } from './measure-aggregation.ts';
import { columnsAt, intervalsOf, overTime, timesAt } from './over-time.ts';

const mostOperations = 40;
const shownOverTime = [apiRequests, apiSlow];

/** The agents' API calls in a range, by operation and over time. */
export function apiSearch(filters: Filters): Search {
  const { fine } = intervalsOf(filters);
  const among = (apiSlow.among ?? []).map(clauseOf);
  const columns = overTime(filters, fine, shownOverTime);
  return {
    index: `${apiSlow.index}-*`,
    body: {
      size: 0,
      track_total_hits: false,
      query: allOf([...clausesOf(apiSlow.index, filters), ...among]),
      aggs: {
        ...aggregationsOf(apiMeasures),
        overTime: overTime(filters, fine, []),
        operations: {
          terms: { field: 'name', size: mostOperations, order: [{ [`${apiRequests.id}_sum`]: 'desc' }] },
          aggs: { ...aggregationsOf(apiMeasures), overTime: columns },
        },
      },
    },
  };
}

/** Reads what `apiSearch` asked for. */
export function apiOf(aggregations: Bucket, filters: Filters): Overview['api'] {
  return {
    totals: figuresOf(apiMeasures, aggregations),
    interval: intervalsOf(filters).fine.name,
    times: timesAt(aggregations, 'overTime'),
    operations: bucketsAt(aggregations, 'operations').map((bucket) => ({
      name: String(bucket.key),
      figures: figuresOf(apiMeasures, bucket),
      overTime: columnsAt(bucket, 'overTime', shownOverTime),
    })),
    ignoredFilters: ignoredBy(apiSlow.index, filters),
  };
}
