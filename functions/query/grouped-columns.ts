import { poorCalls } from '../../dashboards/measures/calls.ts';
import { type Dimension, dimensionFields } from '../../model/query/dimension.ts';
import type { Filters } from '../../model/query/filters.ts';
import type { Interval } from '../../model/query/interval.ts';
import type { Search } from './ask.ts';
import { type Bucket, bucketAt, bucketsAt, countAt, numberAt } from './bucket.ts';
import { callSearch } from './call-search.ts';
import { countedSearch } from './counted-columns.ts';
import { countsOf } from './panels/count.ts';
import { histogram } from './panels/histogram.ts';
import { countsIn } from './panels/tally.ts';

/** With more values than these a dimension is asked for by its values, of which only the worst have columns. */
const mostValues = 100;

/** The name of the histogram. */
export const groupTimes = 'groupTimes';
const columns = groupTimes;
const counted = Object.keys(countsIn([poorCalls]));
/** What is counted first of a share is its part. */
const [poorOnes = ''] = counted;

/**
 * When calls were poor, by each value of some dimensions: first cut by time and then by value, which is a third of the
 * work of the other way round, as each call's column is looked for once and not for each dimension. Of all calls, and of those
 * alone that are counted for the share of poor ones: each by itself, as each column of each value is a bucket, and an answer may
 * have some ten thousand.
 */
export function groupedColumnsSearches(
  dimensions: readonly Dimension[],
  filters: Filters,
  interval: Interval,
): readonly Search[] {
  const aggs = Object.fromEntries(
    dimensions.map((one) => [one, { terms: { field: dimensionFields[one], size: mostValues } }]),
  );
  const cut = { [columns]: { ...histogram(interval, filters.zone), aggs } };
  const counts = countsOf(poorCalls) ?? [];
  return [callSearch(filters, cut), ...counts.map((count) => countedSearch([count], filters, cut))];
}

/**
 * Columns turned round: a bucket per value, with its columns, as a search by value gives them. Undefined where a column
 * has more values than it names.
 *
 * @param all as `withCounted` gives them
 */
export function groupsOfColumns(dimension: Dimension, all: readonly Bucket[]): readonly Bucket[] | undefined {
  if (all.some((column) => (numberAt(column, dimension, 'sum_other_doc_count') ?? 0) > 0)) return undefined;
  const groups = new Map<unknown, Bucket[]>();
  for (const column of all) {
    const counts = counted.map((name) => [name, countsBy(dimension, bucketAt(column, name))] as const);
    for (const { key, doc_count } of bucketsAt(column, dimension)) {
      const its = counts.map(([name, byKey]) => [name, { doc_count: byKey.get(key) ?? 0 }] as const);
      const own = groups.get(key) ?? [];
      groups.set(key, own);
      own.push({ key: column.key, doc_count, ...Object.fromEntries(its) });
    }
  }
  return mostPoorFirst([...groups].map(([key, buckets]) => ({ key, [columns]: { buckets } })));
}

function mostPoorFirst(groups: readonly Bucket[]): readonly Bucket[] {
  const poorOf = (group: Bucket) =>
    bucketsAt(group, columns).reduce((sum, column) => sum + countAt(column, poorOnes), 0);
  const order = new Map(groups.map((group) => [group, poorOf(group)]));
  return [...groups].sort(
    (a, b) => (order.get(b) ?? 0) - (order.get(a) ?? 0) || (String(a.key) < String(b.key) ? -1 : 1),
  );
}

function countsBy(dimension: Dimension, bucket: Bucket): ReadonlyMap<unknown, number> {
  return new Map(bucketsAt(bucket, dimension).map((one) => [one.key, countAt(one)]));
}
