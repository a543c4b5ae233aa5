import type { Filters } from '../../../model/query/filters.ts';
import type { Bucket } from '../bucket.ts';
import type { PanelSearch } from './panel-search.ts';

/** Buckets that `figuresOf` reads, by the value that their documents share; null where it is not known. */
export type Groups = ReadonlyMap<string | null, Bucket>;

/** How groups are asked for, and read from the answer. */
export type Grouping = {
  readonly now: (filters: Filters) => PanelSearch;
  /** So many groups that none is missed of those that are shown, and called new. */
  readonly before: (filters: Filters) => PanelSearch;
  readonly groupsIn: (answer: Bucket) => Groups;
  /** Those of the range that are shown. */
  readonly kept: (groups: Groups) => Groups;
  /** Whether there are more groups than the answer names. */
  readonly hasMore: (answer: Bucket) => boolean;
};
