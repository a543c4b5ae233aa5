import { type RollUp, rollUp, rollUpId, rollUpsIndex } from '../../model/documents/roll-up.ts';
import type { DocumentStore, DocumentVersion } from '../clients/document-store.ts';
import { KnownError } from '../errors.ts';

/** How far it is, and which writing of it was read. */
export type Found = { readonly rollUp: RollUp; readonly version: DocumentVersion | undefined };

const place = { index: rollUpsIndex, id: rollUpId };

/** Reads how far it is; nowhere where nothing was ever rolled up. Throws KnownError `unavailable`. */
export async function readRollUp(store: DocumentStore, deadline: number): Promise<Found> {
  const [found] = await store.read([place], deadline);
  if (!found) return { rollUp: { indices: {} }, version: undefined };
  return { rollUp: rollUp.parse(found.source), version: found.version };
}

/**
 * Writes how far it is in the place of what was read.
 *
 * @throws KnownError `conflict` when somebody else was quicker; `unavailable`
 */
export async function writeRollUp(
  store: DocumentStore,
  { rollUp: document, version }: Found,
  deadline: number,
): Promise<Found> {
  const [outcome] = await store.write([{ ...place, document, replaces: version }], deadline);
  if (outcome?.outcome === 'written') return { rollUp: document, version: outcome.version };
  if (outcome?.outcome === 'conflict') {
    throw new KnownError('conflict', 'Somebody else rolls up already.');
  }
  throw new KnownError('unavailable', `How far the roll-up is cannot be written: ${outcome?.reason}.`);
}
