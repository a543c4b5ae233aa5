import type { Filters } from '../../model/query/filters.ts';
import type { Clause, Search } from './ask.ts';
import { allOf, clausesOf } from './conditions.ts';

/**
 * A search for figures of calls, without the calls themselves.
 *
 * @param also what else must hold of them
 */
export function callSearch(
  filters: Filters,
  aggs: Record<string, Clause>,
  also: readonly Clause[] = [],
): Search {
  const query = allOf([...clausesOf('softphone-calls', filters), ...also]);
  return { index: 'softphone-calls-*', body: { size: 0, track_total_hits: false, query, aggs } };
}
