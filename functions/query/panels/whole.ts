import type { Clause } from '../ask.ts';
import { type Bucket, bucketAt } from '../bucket.ts';

/** Aggregations over all that a search matches, in one bucket: it also counts, which the search itself does not. */
export function whole(aggs: Record<string, Clause>): Record<string, Clause> {
  return { whole: { filter: { match_all: {} }, aggs } };
}

/** The bucket of `whole`. */
export function wholeOf(answer: Bucket): Bucket {
  return bucketAt(answer, 'whole');
}
