import type { ManagerView } from '../../model/query/manager-view.ts';
import type { Ask, Clause, Search } from './ask.ts';
import { allOf } from './conditions.ts';
import { clauseOfView } from './view.ts';

/** What looks at documents that a search's query does not match. */
const beyondTheQuery = ['global', 'significant_terms', 'significant_text', 'suggest', 'rescore', 'knn'];

/**
 * The one place where a limited view is enforced: every search of every route is sent through this, with the limit as
 * a clause that the query cannot widen.
 */
export function limitedAsk(ask: Ask, view: ManagerView): Ask {
  return view.limits === null ? ask : (searches) => ask(searches.map((search) => within(search, view)));
}

function within({ index, body, ...others }: Search, view: ManagerView): Search {
  if (looksBeyond(body))
    throw new Error('This search looks at more than its query matches: it cannot be limited');
  const query = (body.query as Clause | undefined) ?? { match_all: {} };
  return {
    ...others,
    index,
    body: { ...body, query: allOf([query, clauseOfView(view, index) ?? { match_none: {} }]) },
  };
}

function looksBeyond(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some(looksBeyond);
  return Object.entries(value).some(
    ([key, inner]) => beyondTheQuery.includes(key) || namesAll(key, inner) || looksBeyond(inner),
  );
}

/** Buckets of no document at all are named after whatever the index holds. */
function namesAll(key: string, value: unknown): boolean {
  return key === 'terms' && (value as { min_doc_count?: unknown }).min_doc_count === 0;
}
