import { apiRequests, apiSlow } from '../../dashboards/measures/agent-api.ts';
import { apiMeasures } from '../../dashboards/measures/lists.ts';
import type { QualityLimits } from '../../model/quality/limits.ts';
import type { AgentApi } from '../../model/query/agent-api.ts';
import type { Filters } from '../../model/query/filters.ts';
import type { Ask, Search } from './ask.ts';
import { type Bucket, bucketsAt } from './bucket.ts';
import { allOf, clauseOf, clausesOf, ignoredBy } from './conditions.ts';
import { aggregationsOf, figuresOf, orderOf } from './measure-aggregation.ts';
import { columnsAt, intervalsOf, overTime, timesAt } from './over-time.ts';

/** More than Streams has, so that all of them together are the whole. */
const mostOperations = 200;
const mostShown = 40;
const shownOverTime = [apiRequests, apiSlow];

/** Answers `GET /query/agent-api`. */
export async function agentApiOf(filters: Filters, ask: Ask, limits: QualityLimits): Promise<AgentApi> {
  const [answer] = await ask([apiSearch(filters)]);
  return { limits, ...apiOf(answer?.aggregations ?? {}, filters) };
}

/** The agents' API calls in a range, by operation and over time: each document is looked at once. */
export function apiSearch(filters: Filters): Search {
  const { fine } = intervalsOf(filters);
  const among = (apiSlow.among ?? []).map(clauseOf);
  return {
    index: `${apiSlow.index}-*`,
    body: {
      size: 0,
      track_total_hits: false,
      query: allOf([...clausesOf(apiSlow.index, filters), ...among]),
      aggs: {
        overTime: overTime(filters, fine, []),
        operations: {
          terms: { field: 'name', size: mostOperations, order: [{ [orderOf(apiRequests)]: 'desc' }] },
          aggs: { ...aggregationsOf([apiRequests]), overTime: overTime(filters, fine, apiMeasures) },
        },
      },
    },
  };
}

/** Reads what `apiSearch` asked for. */
export function apiOf(aggregations: Bucket, filters: Filters): Omit<AgentApi, 'limits'> {
  const { fine } = intervalsOf(filters);
  const times = timesAt(filters, fine, aggregations, 'overTime');
  const operations = bucketsAt(aggregations, 'operations');
  const columnsOf = (operation: Bucket) => bucketsAt(operation, 'overTime');
  return {
    totals: figuresOf(apiMeasures, ...operations.flatMap(columnsOf)),
    interval: fine.name,
    times,
    operations: operations.slice(0, mostShown).map((bucket) => ({
      name: String(bucket.key),
      figures: figuresOf(apiMeasures, ...columnsOf(bucket)),
      overTime: columnsAt(bucket, 'overTime', shownOverTime, times),
    })),
    ignoredFilters: ignoredBy(apiSlow.index, filters),
  };
}
