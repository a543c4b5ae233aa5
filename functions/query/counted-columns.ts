import type { Measure } from '../../dashboards/measures/measure.ts';
import type { Filters } from '../../model/query/filters.ts';
import type { Clause, Search } from './ask.ts';
import { type Bucket, bucketAt, bucketsAt } from './bucket.ts';
import { callSearch } from './call-search.ts';
import { type Count, countedAs, filterOf } from './panels/count.ts';
import { countsIn } from './panels/tally.ts';

/**
 * A search for the calls that are to be counted, and for no others: few are poor, missed or not judged, and
 * in a search of all calls each of them would be asked for each condition.
 *
 * @param cut aggregations that cut those of each condition into columns
 */
export function countedSearch(
  counts: readonly Count[],
  filters: Filters,
  cut: Record<string, Clause>,
): Search {
  const counted = counts.map((count) => [countedAs(count), { filter: filterOf(count), aggs: cut }] as const);
  return callSearch(filters, Object.fromEntries(counted), [
    { bool: { should: counts.map(filterOf), minimum_should_match: 1 } },
  ]);
}

/**
 * The columns of all calls, each with what `countedSearch` found of the same column under the name of its condition: as one
 * search for both gives them.
 *
 * @param name of the histogram in both answers
 */
export function withCounted(
  measures: readonly Measure[],
  name: string,
  all: Bucket,
  counted: Bucket,
): readonly Bucket[] {
  const byKey = Object.keys(countsIn(measures)).map((condition) => {
    const columns = bucketsAt(bucketAt(counted, condition), name);
    return [condition, new Map(columns.map((column) => [column.key, column]))] as const;
  });
  return bucketsAt(all, name).map((column) => ({
    ...column,
    ...Object.fromEntries(
      byKey.map(([condition, columns]) => [condition, columns.get(column.key) ?? { doc_count: 0 }]),
    ),
  }));
}
