import type { Clause, Search, SearchAnswer } from '../ask.ts';
import { type Bucket, bucketAt, bucketsAt } from '../bucket.ts';

/** How a search cuts what it matches, into one bucket or several, before it aggregates. */
export type Cut = {
  /** `whole`: one bucket; `overTime`: columns; `hourly`: hours. The same name cuts a page's documents the same way. */
  readonly name: 'whole' | 'overTime' | 'hourly' | 'tallied';
  /** Absent where it is not cut at all. */
  readonly clause?: Clause;
};

/** All in one bucket: it also counts, which the search itself does not. */
export const whole: Cut = { name: 'whole', clause: { filter: { match_all: {} } } };

/**
 * Counted as they are: of an index that lies wholly within the range the search service then has many of the counts in
 * its lists of values, and need not look at the documents.
 */
export const tallied: Cut = { name: 'tallied' };

/** The bucket of `whole`, or the columns that were asked for in its place: together they are the same. */
export function bucketsOfWhole(answer: Bucket): readonly Bucket[] {
  return 'whole' in answer ? [bucketAt(answer, 'whole')] : bucketsAt(answer, 'overTime');
}

/** A search for figures, in parts: so that panels which ask for the same documents can share one. */
export type PanelSearch = {
  readonly index: string;
  readonly query: Clause;
  readonly cut?: Cut;
  readonly aggs: Readonly<Record<string, Clause>>;
};

/** As the search service takes it: the figures without the documents. */
export function searchOf({ index, query, cut, aggs }: PanelSearch): Search {
  const cutAggs = cut?.clause ? { [cut.name]: { ...cut.clause, aggs } } : aggs;
  return { index, body: { size: 0, track_total_hits: cut === tallied, query, aggs: cutAggs } };
}

/** What a search that `searchOf` made found. */
export function foundBy({ aggregations = {}, hits }: SearchAnswer): Bucket {
  return hits.total ? { ...aggregations, doc_count: hits.total.value } : aggregations;
}
