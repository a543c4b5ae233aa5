import * as z from 'zod';
import { alert, alertStatesIndex } from '../../model/alerts/alert.ts';
import { type ChannelTrouble, channelTrouble } from '../../model/alerts/channel-trouble.ts';
import type { DocumentStore, DocumentVersion } from '../clients/document-store.ts';
import { KnownError } from '../errors.ts';
import { isTold } from './notices.ts';

/** An alert that is not done with: raised, or still to be told or put on record. */
const entry = z.object({
  alert,
  /** The revision that the record of alerts has; 0 while it has none. */
  recorded: z.number(),
});
export type Entry = z.infer<typeof entry>;

/** One by one: after a step back to an older version, an alert that this one cannot read must not hold up the others. */
const state = z.object({
  at: z.string(),
  entries: z.array(z.unknown()),
  troubles: z.array(z.unknown()).default([]),
});

/** All that one look hands to the next, in one document: it is replaced as a whole, by whoever read its last version. */
export type AlertState = {
  /** When it was written; undefined where it never was. */
  readonly at?: string;
  readonly entries: readonly Entry[];
  /** What keeps channels from telling alerts. */
  readonly troubles: readonly ChannelTrouble[];
  readonly version: DocumentVersion | undefined;
};

const place = { index: alertStatesIndex, id: 'current' };

/** Reads the state; empty where none was ever written. Throws KnownError `unavailable`. */
export async function readState(store: Pick<DocumentStore, 'read'>, deadline: number): Promise<AlertState> {
  const [found] = await store.read([place], deadline);
  if (!found) return { entries: [], troubles: [], version: undefined };
  const { at, entries, troubles } = state.parse(found.source);
  return {
    at,
    entries: entries.flatMap((its) => entry.safeParse(its).data ?? []),
    troubles: troubles.flatMap((its) => channelTrouble.safeParse(its).data ?? []),
    version: found.version,
  };
}

/**
 * Writes the state in the place of the one that was read.
 *
 * @throws KnownError `conflict` when another look was quicker; `unavailable`
 */
export async function writeState(
  store: DocumentStore,
  { entries, troubles, version }: Omit<AlertState, 'at'>,
  now: Date,
  deadline: number,
): Promise<AlertState> {
  const at = now.toISOString();
  const document = { at, entries, troubles };
  const [outcome] = await store.write([{ ...place, document, replaces: version }], deadline);
  if (outcome?.outcome === 'written') return { at, entries, troubles, version: outcome.version };
  if (outcome?.outcome === 'conflict') {
    throw new KnownError('conflict', 'Another look at the alerts was quicker; this one changes nothing.');
  }
  throw new KnownError('unavailable', `The state of the alerts cannot be written: ${outcome?.reason}.`);
}

/** Whether nothing is left to be done about an alert. */
export function isDone({ alert: its, recorded }: Entry): boolean {
  return its.clearedAt !== undefined && isTold(its) && recorded === its.revision;
}
