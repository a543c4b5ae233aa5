import type { Condition } from '../../../dashboards/measures/measure.ts';
import type { DatedKind } from '../../../model/documents/kinds.ts';
import type { Filters } from '../../../model/query/filters.ts';
import type { PanelAnswer } from '../../../model/query/page.ts';
import type { Split } from '../../../model/query/split.ts';
import type { Clause } from '../ask.ts';
import type { Bucket } from '../bucket.ts';
import { allOf, clauseOf, during, narrowingOf } from '../conditions.ts';
import type { Cut, PanelSearch } from './panel-search.ts';

/** What a viewer asks of a page. */
export type Asked = {
  readonly filters: Filters;
  /** The same of the period before. */
  readonly before: Filters;
  /** What the viewer chose to split by. */
  readonly by: Split | undefined;
  /** What the page splits by where nothing was chosen. */
  readonly pagesBy: Split;
};

/** A panel as searches, and how their answers are read, in the same order. */
export type Question = {
  readonly searches: readonly PanelSearch[];
  readonly read: (answers: readonly Bucket[]) => PanelAnswer;
};

/** Which documents a panel is about. */
type Source = { readonly index: DatedKind; readonly among?: readonly Condition[] };

/**
 * A search for figures, without the documents themselves. It says nothing that the figures do not need, so that the
 * search service may know the answer already.
 */
export function figureSearch(
  source: Source,
  filters: Filters,
  aggs: Record<string, Clause>,
  cut?: Cut,
): PanelSearch {
  const { index, among = [] } = source;
  const narrowing = [...narrowingOf(index, filters), ...among.map(clauseOf)];
  const query = allOf([during(filters.from, filters.to), ...narrowing]);
  return { index: `${index}-*`, query, aggs, ...(cut ? { cut } : {}) };
}

/** The documents of a panel's measures: those of its first one, for all are of the same. */
export function sourceOf(measures: readonly Source[]): Source {
  const [first] = measures;
  if (!first) throw new Error('A panel without a measure has no documents');
  return first;
}
