import type { Clause } from '../ask.ts';
import { type Bucket, numberAt } from '../bucket.ts';
import type { Cut, PanelSearch } from './panel-search.ts';

/** Fewer searches, and for each that was asked for the one that answers it. */
export type Shared = { readonly searches: readonly PanelSearch[]; readonly places: readonly number[] };

/**
 * Puts together what cuts the same documents the same way, so that they are read once: two pictures over time, their
 * figures and their distribution count the same. The whole is the sum of its columns, and where every document is in
 * one of several lines, columns and groups are sums of theirs: where there are such, nothing else is asked for. What is not
 * cut stays alone: the search service works on several searches at once.
 *
 * @param linesAreAll false where lines turned out not to name all values
 */
export function shareSearches(asked: readonly PanelSearch[], linesAreAll = true): Shared {
  const known = {
    columns: new Set(
      asked.filter(({ cut }) => cut?.name === 'overTime').map((one) => keyOf(one, 'overTime')),
    ),
    lines: new Map(
      asked.flatMap((one) =>
        linesAreAll && one.cut?.partsBy ? [[keyOf(one, 'lines'), one.cut] as const] : [],
      ),
    ),
  };
  const searches: PanelSearch[] = [];
  const byKey = new Map<string, number>();
  const places = asked.map((one, i) => {
    const { key, search } = placeOf(one, known) ?? { key: String(i), search: one };
    const place = byKey.get(key);
    if (place === undefined) {
      byKey.set(key, searches.push(search) - 1);
      return searches.length - 1;
    }
    searches[place] = together(searches[place] ?? search, search);
    return place;
  });
  return { searches, places };
}

/** Whether an answer's lines are all that there are; of lines that nobody takes for the whole that does not matter. */
export function namesAllLines({ cut }: PanelSearch, answer: Bucket): boolean {
  return !cut?.partsBy || (numberAt(answer, 'lines', 'sum_other_doc_count') ?? 0) === 0;
}

type Known = { readonly columns: ReadonlySet<string>; readonly lines: ReadonlyMap<string, Cut> };

/** With what a search is put together, and as what; undefined where it stays alone. */
function placeOf(
  one: PanelSearch,
  { columns, lines }: Known,
): { readonly key: string; readonly search: PanelSearch } | undefined {
  const { cut, adds } = one;
  const ofLines = keyOf(one, 'lines');
  if (adds && addsUp(adds) && isInLines(adds, lines.get(ofLines)))
    return { key: ofLines, search: { ...one, aggs: adds.aggs } };
  if (!cut) return undefined;
  const isSum = (cut.name === 'whole' && addsUp(one)) || cut.name === 'overTime';
  if (isSum && lines.has(ofLines)) return { key: ofLines, search: one };
  const ofColumns = keyOf(one, 'overTime');
  if (isSum && columns.has(ofColumns)) return { key: ofColumns, search: one };
  return { key: keyOf(one, cut.name), search: one };
}

/** Lines in another order would leave out others. */
function isInLines({ by, order }: NonNullable<PanelSearch['adds']>, lines: Cut | undefined): boolean {
  return lines?.partsBy === by && order in (lines.aggs ?? {});
}

function keyOf({ index, query }: PanelSearch, name: string): string {
  return JSON.stringify([name, index, query]);
}

/** The finer of two cuts is that of both. */
function together(a: PanelSearch, b: PanelSearch): PanelSearch {
  const [cut] = [a.cut, b.cut].sort((one, other) => finenessOf(other) - finenessOf(one));
  const { index, query } = a;
  return { index, query, ...(cut ? { cut } : {}), aggs: merged(a.aggs, b.aggs) };
}

function finenessOf(cut: PanelSearch['cut']): number {
  return ['whole', 'overTime', 'lines'].indexOf(cut?.name ?? '');
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
function addsUp({ aggs }: Pick<PanelSearch, 'aggs'>): boolean {
  return !Object.values(aggs).some((clause) => 'percentiles' in clause || 'top_hits' in clause);
}
