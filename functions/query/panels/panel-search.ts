import type { Clause, Search, SearchAnswer } from '../ask.ts';
import { type Bucket, bucketAt, bucketsAt } from '../bucket.ts';

/** How a search cuts what it matches, into one bucket or several, before it aggregates. */
export type Cut = {
  /** `whole`: one bucket; `overTime`: columns; `hourly`: hours. The same name cuts a page's documents the same way. */
  readonly name: 'whole' | 'overTime' | 'hourly' | 'tallied' | 'lines';
  /** Absent where it is not cut at all. */
  readonly clause?: Clause;
  /** What each bucket needs beside the figures: what buckets are ordered by. */
  readonly aggs?: Readonly<Record<string, Clause>>;
  /** How each bucket is cut again. */
  readonly within?: Cut;
  /** The field of which each bucket is a value, where every document has one: then all buckets together are the whole. */
  readonly partsBy?: string;
};

/** All in one bucket: it also counts, which the search itself does not. */
export const whole: Cut = { name: 'whole', clause: { filter: { match_all: {} } } };

/**
 * Counted as they are: of an index that lies wholly within the range the search service then has many of the counts in
 * its lists of values, and need not look at the documents.
 */
export const tallied: Cut = { name: 'tallied' };

/** The bucket of `whole`, or what was asked for in its place, which together is the same: columns, or lines of columns. */
export function bucketsOfWhole(answer: Bucket): readonly Bucket[] {
  return 'whole' in answer ? [bucketAt(answer, 'whole')] : columnsOf(answer);
}

/** The columns that were asked for, or those of all lines: then a time has several. */
export function columnsOf(answer: Bucket): readonly Bucket[] {
  const lines = bucketsAt(answer, 'lines');
  return lines.length > 0
    ? lines.flatMap((line) => bucketsAt(line, 'overTime'))
    : bucketsAt(answer, 'overTime');
}

/** What a group's figures are of: its own, or, of a line, its columns. */
export function bucketsOfGroup(group: Bucket): readonly Bucket[] {
  return 'overTime' in group ? bucketsAt(group, 'overTime') : [group];
}

/** A search for figures, in parts: so that panels which ask for the same documents can share one. */
export type PanelSearch = {
  readonly index: string;
  readonly query: Clause;
  readonly cut?: Cut;
  readonly aggs: Readonly<Record<string, Clause>>;
  /** What it adds up of each value of a field: where lines are cut by the same field, theirs add up to the same. */
  readonly adds?: {
    readonly by: string;
    /** Those with the most of this come first. */
    readonly order: string;
    readonly aggs: Readonly<Record<string, Clause>>;
  };
};

/** As the search service takes it: the figures without the documents. */
export function searchOf({ index, query, cut, aggs }: PanelSearch): Search {
  return { index, body: { size: 0, track_total_hits: cut === tallied, query, aggs: cutBy(cut, aggs) } };
}

function cutBy(cut: Cut | undefined, aggs: PanelSearch['aggs']): PanelSearch['aggs'] {
  if (!cut?.clause) return aggs;
  return { [cut.name]: { ...cut.clause, aggs: { ...cut.aggs, ...cutBy(cut.within, aggs) } } };
}

/** What a search that `searchOf` made found. */
export function foundBy({ aggregations = {}, hits }: SearchAnswer): Bucket {
  return hits.total ? { ...aggregations, doc_count: hits.total.value } : aggregations;
}
