import type { Clause } from './ask.ts';

type First = { readonly sort: Clause; readonly value: number };

/** The score, which is 0 for whatever a filter matches. */
const byNothing: First = { sort: { _score: { order: 'desc' } }, value: 0 };

/**
 * By what a list is sorted before all else. Where a `scaled_float` comes first, OpenSearch (3.x, Lucene's skipping by
 * points) compares the figure after which a page begins with the whole numbers that the field is stored as, and leaves
 * documents out; what does not come first is not skipped by. A time is stored as it is, and is what the indices are sorted
 * by: first of all it takes 40 % of the time (a page of 560,000 calls: 107 instead of 281 ms).
 */
export function firstOf(field: string): readonly First[] {
  return field === '@timestamp' ? [] : [byNothing];
}
