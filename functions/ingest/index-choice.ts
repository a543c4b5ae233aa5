import { indexName, rotations } from '../../model/documents/dated-index.ts';
import { type IndexNames, prefixOf, rotationOf } from '../../model/documents/index-names.ts';
import type { DatedKind } from '../../model/documents/kinds.ts';
import type { ExistingIndices } from '../clients/existing-indices.ts';

/** What an index is chosen for. */
type KindAt = { readonly kind: DatedKind; readonly at: Date };

/**
 * Chooses the index of each.
 *
 * @throws KnownError `unavailable` when the search service does not answer by the deadline, in epoch milliseconds
 */
export type IndexChoice = (all: readonly KindAt[], deadline: number) => Promise<(one: KindAt) => string>;

/**
 * A document goes into the index that covers its time already, the finest if there are several; only where there is none,
 * one is made by the rotation of now. So a repeat finds what it repeats, and a call its earlier windows, also across a
 * change of the deployment's rotation, while functions of both settings run. It holds because an index is only made
 * where none covers its time, and of two that overlap one lies within the other: whatever is made later, the finest of
 * a time stays the finest. So an answer is good for ever, and each process asks once for each kind and day. (To look for
 * each id in every index that could have it would be a request more for every message; to let a change begin at an
 * instant that all functions must know of would need a place to keep it, and the clocks of pages run ahead.)
 */
export function makeIndexChoice(existing: ExistingIndices, names: IndexNames): IndexChoice {
  const dayOf = ({ kind, at }: KindAt) => indexName(prefixOf(kind, names), at, 'daily');
  const candidates = ({ kind, at }: KindAt) =>
    rotations.map((rotation) => indexName(prefixOf(kind, names), at, rotation));
  const known = new Map<string, string>();
  return async (all, deadline) => {
    const days = new Map(all.map((one) => [dayOf(one), one]));
    const unknown = [...days]
      .filter(([day]) => !known.has(day))
      .map(([day, one]) => [day, candidates(one)] as const);
    if (unknown.length > 0) {
      const found = await existing([...new Set(unknown.flatMap(([, names]) => names))], deadline);
      for (const [day, names] of unknown) {
        const name = names.find((one) => found.has(one));
        if (name) known.set(day, name);
      }
    }
    return (one) =>
      known.get(dayOf(one)) ?? indexName(prefixOf(one.kind, names), one.at, rotationOf(one.kind, names));
  };
}
