import type { BreakdownPanel } from '../../../dashboards/panels/panel.ts';
import type { Filters } from '../../../model/query/filters.ts';
import { type Split, splitFields } from '../../../model/query/split.ts';
import { type Bucket, bucketAt, bucketsAt, countAt, numberAt } from '../bucket.ts';
import { aggregationsOf, orderOf } from '../measure-aggregation.ts';
import type { Grouping } from './grouping.ts';
import type { PanelSearch } from './panel-search.ts';
import { figureSearch, sourceOf } from './question.ts';

const mostBefore = 5000;
/** A shard gives so many, so that no group misses what a shard had little of. */
const perShard = 1000;

/**
 * Groups of which the search service adds up all measures, and of more than fit keeps those with the most of what
 * `orderBy` can be ordered by.
 *
 * @param most groups of the range itself
 */
export function groupedByService(
  by: Split,
  { measures, orderBy }: Pick<BreakdownPanel, 'measures' | 'orderBy'>,
  most: number,
): Grouping {
  const aggs = aggregationsOf(measures);
  const field = splitFields[by];
  const order = [{ [orderOf(orderBy)]: 'desc' }, { _key: 'asc' }];
  const search = (filters: Filters, size: number, shard_size: number): PanelSearch => ({
    ...figureSearch(sourceOf(measures), filters, {
      groups: { terms: { field, size, shard_size, order }, aggs },
      unknown: { missing: { field }, aggs },
    }),
    adds: { by: field, order: orderOf(orderBy), aggs },
  });
  return {
    now: (filters) => search(filters, most, perShard),
    before: (filters) => search(filters, mostBefore, mostBefore),
    groupsIn: (answer) => {
      const unknown = bucketAt(answer, 'unknown');
      return new Map([
        ...groupsOrLines(answer).map((bucket) => [String(bucket.key), bucket] as const),
        ...(countAt(unknown) > 0 ? [[null, unknown] as const] : []),
      ]);
    },
    kept: (groups) => new Map([...groups].filter(([key], i) => key === null || i < most)),
    hasMore: (answer) => (numberAt(answer, 'groups', 'sum_other_doc_count') ?? 0) > 0,
  };
}

/** Both are in the same order. */
function groupsOrLines(answer: Bucket): readonly Bucket[] {
  return bucketsAt(answer, 'lines' in answer ? 'lines' : 'groups');
}
