import type { DatedKind } from '../../../model/documents/kinds.ts';
import { filtersOfKind } from '../../../model/query/documents-know.ts';
import { type Chosen, writeChosen } from './view.ts';

/** The names of the chosen filters that documents of a kind know nothing of: a page of those is not narrowed by them. */
export function ignoredOf(chosen: Chosen, kind: DatedKind): string[] {
  const known: readonly string[] = filtersOfKind(kind);
  const given = new Set(writeChosen(chosen).map(([name]) => name));
  return [...given].filter((name) => !known.includes(name));
}
