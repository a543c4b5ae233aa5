import type { Clause } from '../ask.ts';
import type { PanelSearch } from './panel-search.ts';

/** Fewer searches, and for each that was asked for the one that answers it. */
export type Shared = { readonly searches: readonly PanelSearch[]; readonly places: readonly number[] };

/**
 * Puts together what cuts the same documents the same way, so that they are read once: two pictures over time, their
 * figures and their distribution count the same. The whole is the sum of its columns, so where there are columns it is
 * not asked for. What is not cut stays alone: the search service works on several searches at once.
 */
export function shareSearches(asked: readonly PanelSearch[]): Shared {
  const columns = new Set(
    asked.filter(({ cut }) => cut?.name === 'overTime').map((one) => keyOf(one, 'overTime')),
  );
  const searches: PanelSearch[] = [];
  const byKey = new Map<string, number>();
  const places = asked.map((one, i) => {
    const ofColumns = keyOf(one, 'overTime');
    const isInColumns = one.cut?.name === 'whole' && columns.has(ofColumns) && addsUp(one);
    const key = isInColumns ? ofColumns : one.cut ? keyOf(one, one.cut.name) : String(i);
    const known = byKey.get(key);
    if (known === undefined) {
      byKey.set(key, searches.push(one) - 1);
      return searches.length - 1;
    }
    searches[known] = together(searches[known] ?? one, one);
    return known;
  });
  return { searches, places };
}

function keyOf({ index, query }: PanelSearch, name: string): string {
  return JSON.stringify([name, index, query]);
}

function together(a: PanelSearch, b: PanelSearch): PanelSearch {
  const cut = a.cut?.name === 'whole' ? b.cut : a.cut;
  return { ...a, ...(cut ? { cut } : {}), aggs: merged(a.aggs, b.aggs) };
}

type Aggregations = PanelSearch['aggs'];

/** Aggregations of one name are one and the same, named after their measure or field; what is in them may differ. */
function merged(a: Aggregations, b: Aggregations): Aggregations {
  const both = Object.keys(a).filter((name) => name in b);
  return { ...a, ...b, ...Object.fromEntries(both.map((name) => [name, mergedOne(a[name], b[name])])) };
}

function mergedOne(a: Clause = {}, b: Clause = {}): Clause {
  const [inA, inB] = [a, b].map(({ aggs }) => aggs as Aggregations | undefined);
  return inA && inB ? { ...a, aggs: merged(inA, inB) } : { ...a, ...b };
}

/** Percentiles of values do not, nor do the newest of each column. */
function addsUp({ aggs }: PanelSearch): boolean {
  return !Object.values(aggs).some((clause) => 'percentiles' in clause || 'top_hits' in clause);
}
