import { setTimeout as sleep } from 'node:timers/promises';
import type { ContactRecordPart } from '../../model/documents/contact-record-part.ts';
import { newestPart, withRecord } from '../../model/documents/newest-record.ts';
import type { DocumentPlace, DocumentStore, DocumentWrite, WriteOutcome } from '../clients/document-store.ts';
import { KnownError } from '../errors.ts';

/** What has to be written, and of which records, by their place in a batch. */
export type CollectedWrite = {
  readonly of: readonly number[];
  readonly write: DocumentWrite;
};
export type ContactWrite = DocumentPlace & {
  readonly of: readonly number[];
  readonly part: ContactRecordPart;
};
export type CollectedWrites = {
  readonly documents: readonly CollectedWrite[];
  readonly contacts: readonly ContactWrite[];
};

/** Records whose documents can never be stored as they are, by their place in the batch, and why. */
export type Refusals = ReadonlyMap<number, { readonly reason: string; readonly detail?: string }>;

export type CollectedWriting = {
  readonly store: DocumentStore;
  readonly now?: () => number;
  readonly pause?: (millis: number) => Promise<unknown>;
};

const firstPauseMillis = 50;
const longestPauseMillis = 2000;

/** `isThere` once the service has said that there is a document of the contact. */
type Pending = {
  readonly documents: readonly CollectedWrite[];
  readonly contacts: readonly (ContactWrite & { readonly isThere: boolean })[];
};

/**
 * Writes what records come to, each once, however often they come and whoever else writes the same contacts. What the
 * service delays is tried again until the deadline.
 *
 * @param deadline in epoch milliseconds
 * @throws KnownError `unavailable` while anything is not stored; what is stored already does no harm to the repeat
 */
export async function writeCollected(
  writes: CollectedWrites,
  { store, now = Date.now, pause = sleep }: CollectedWriting,
  deadline: number,
): Promise<Refusals> {
  const refusals = new Map<number, { reason: string; detail?: string }>();
  const refuse: Refuse = (of, why) => {
    for (const record of of) refusals.set(record, why);
  };
  // Most contacts are new: to look for them first would take as long as to write them.
  const contacts = newestOfEach(writes.contacts).map((contact) => ({ ...contact, isThere: false }));
  let left = await writeOnce({ documents: writes.documents, contacts }, store, deadline, refuse);
  for (let attempt = 0; left.documents.length + left.contacts.length > 0; attempt++) {
    const isFound = left.documents.length === 0 && left.contacts.every(({ isThere }) => isThere);
    // Those that have just been found to be there are read and written at once.
    if (attempt > 0 || !isFound) {
      const millis =
        Math.min(longestPauseMillis, firstPauseMillis * 2 ** attempt) * (0.5 + Math.random() / 2);
      if (now() + millis >= deadline) {
        throw new KnownError('unavailable', 'The search service does not take more now.');
      }
      await pause(millis);
    }
    left = await writeOnce(left, store, deadline, refuse);
  }
  return refusals;
}

type Refuse = (of: readonly number[], why: { reason: string; detail?: string }) => void;

/** Returns what is left to be written. */
async function writeOnce(
  { documents, contacts }: Pending,
  store: DocumentStore,
  deadline: number,
  refuse: Refuse,
): Promise<Pending> {
  const changed = await changedContacts(contacts, store, deadline);
  const all = [...documents.map(({ write }) => write), ...changed.map(({ write }) => write)];
  const outcomes = all.length > 0 ? await store.write(all, deadline) : [];
  const ofContacts = outcomes.slice(documents.length);
  const note = (of: readonly number[], outcome: WriteOutcome | undefined) => {
    if (outcome?.outcome !== 'refused') return;
    const { reason, detail } = outcome;
    refuse(of, { reason, ...(detail ? { detail } : {}) });
  };
  documents.forEach(({ of }, i) => {
    note(of, outcomes[i]);
  });
  changed.forEach(({ contact }, i) => {
    note(contact.of, ofContacts[i]);
  });
  return {
    // A document that is there already is this one; a state that is there is newer.
    documents: documents.filter((_, i) => outcomes[i]?.outcome === 'delayed'),
    contacts: changed.flatMap(({ contact }, i) => {
      const outcome = ofContacts[i]?.outcome;
      if (outcome === 'conflict') return [{ ...contact, isThere: true }];
      return outcome === 'delayed' ? [contact] : [];
    }),
  };
}

async function changedContacts(contacts: Pending['contacts'], store: DocumentStore, deadline: number) {
  const there = contacts.filter(({ isThere }) => isThere);
  const stored = there.length > 0 ? await store.read(there, deadline) : [];
  return contacts.flatMap((contact) => {
    const { index, id, part } = contact;
    const before = contact.isThere ? stored[there.indexOf(contact)] : undefined;
    const document = withRecord(before?.source, part);
    return document ? [{ contact, write: { index, id, document, replaces: before?.version } }] : [];
  });
}

/** Of several records of a contact in one batch only the newest is written. */
function newestOfEach(contacts: readonly ContactWrite[]): readonly ContactWrite[] {
  const byPlace = new Map<string, ContactWrite>();
  for (const contact of contacts) {
    const key = `${contact.index}/${contact.id}`;
    const before = byPlace.get(key);
    byPlace.set(key, before && newestPart(before.part, contact.part) === before.part ? before : contact);
  }
  return [...byPlace.values()];
}
