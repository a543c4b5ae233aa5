import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { joinContact } from '../../model/documents/join-contact.ts';
import type { ContactSources } from '../clients/contact-sources.ts';
import type { DocumentStore, DocumentWrite, WriteOutcome } from '../clients/document-store.ts';
import type { Telemetry } from '../edge/telemetry.ts';
import { KnownError } from '../errors.ts';
import { readContacts, type StoredWhole } from './contact-parts.ts';

export type JoinDeps = {
  readonly sources: ContactSources;
  readonly store: Pick<DocumentStore, 'write'>;
  readonly telemetry: Pick<Telemetry, 'warn' | 'count'>;
  readonly now?: () => number;
  readonly pause?: (millis: number) => Promise<unknown>;
};

/** A moderate answer of the search service: a contact has some ten steps of flows and some ten events of agents. */
const contactsAtOnce = 20;
/** Somebody else wrote the same contact: look again almost at once. */
const conflictPauseMillis = 20;
const longestPauseMillis = 2000;

/** Contacts that are not stored as they should be. */
export type NotJoined = {
  /** Their documents can never be stored as they are. */
  readonly refused: ReadonlySet<string>;
  /** There was no time for them, or the search service did not take them: they may be asked for again. */
  readonly left: ReadonlySet<string>;
};

/**
 * Puts the documents of contacts together anew, of all that is stored now, and writes those that have changed. Of a
 * contact without a record there is nothing to do: its record will ask.
 *
 * The document is read before its parts, and replaced only if it is still the same: so of two who put the same contact
 * together at once, the one who may have seen less begins anew.
 *
 * @param deadline in epoch milliseconds
 */
export async function joinContacts(
  contactIds: readonly string[],
  deps: JoinDeps,
  deadline: number,
): Promise<NotJoined> {
  const { now = Date.now, pause = sleep } = deps;
  const refused = new Set<string>();
  let left = contactIds;
  for (let attempt = 0; ; attempt++) {
    const { outcomes, notReached } = await joinOnce(left, deps, deadline);
    for (const { contactId, result } of outcomes) {
      if (result.outcome !== 'refused') continue;
      deps.telemetry.warn('a contact cannot be stored', { reason: result.reason });
      deps.telemetry.count('JoinRefused', 1, { reason: result.reason });
      refused.add(contactId);
    }
    left = outcomes.flatMap(({ contactId, result }) => (isLeft(result) ? [contactId] : []));
    const millis =
      Math.min(longestPauseMillis, conflictPauseMillis * 2 ** attempt) * (0.5 + Math.random() / 2);
    if (left.length === 0 || notReached.length > 0 || now() + millis >= deadline) {
      return { refused, left: new Set([...left, ...notReached]) };
    }
    await pause(millis);
  }
}

type Outcome = { readonly contactId: string; readonly result: WriteOutcome };

/** As many as can be done now: what is done already is not done again because of those that cannot. */
async function joinOnce(
  contactIds: readonly string[],
  deps: JoinDeps,
  deadline: number,
): Promise<{ readonly outcomes: readonly Outcome[]; readonly notReached: readonly string[] }> {
  if (contactIds.length === 0) return { outcomes: [], notReached: [] };
  const outcomes: Outcome[] = [];
  let first = 0;
  try {
    await deps.sources.refresh(deadline);
    for (; first < contactIds.length; first += contactsAtOnce) {
      const some = contactIds.slice(first, first + contactsAtOnce);
      outcomes.push(...(await joinSome(some, deps, deadline)));
    }
  } catch (error) {
    if (!(error instanceof KnownError && error.kind === 'unavailable')) throw error;
  }
  return { outcomes, notReached: contactIds.slice(first) };
}

async function joinSome(
  contactIds: readonly string[],
  { sources, store, telemetry, now = Date.now }: JoinDeps,
  deadline: number,
): Promise<readonly Outcome[]> {
  const joinedAt = new Date(now()).toISOString();
  const changed = (await readContacts(contactIds, sources, deadline)).flatMap((whole) => {
    const write = changedContact(whole, joinedAt);
    return write ? [{ contactId: whole.parts.record.contactId, write }] : [];
  });
  if (changed.length === 0) return [];
  const writes = changed.map(({ write }) => write);
  const results = await store.write(writes, deadline);
  const written = results.filter(({ outcome }) => outcome === 'written').length;
  if (written > 0) telemetry.count('ContactsJoined', written, {});
  return changed.flatMap(({ contactId }, i) => {
    const result = results[i];
    return result ? [{ contactId, result }] : [];
  });
}

/** Undefined where what is stored says the same. A verdict stays until the contact is judged again. */
function changedContact({ stored, parts }: StoredWhole, joinedAt: string): DocumentWrite | undefined {
  const { joinedAt: _, verdict, ...before } = stored.source as Readonly<Record<string, unknown>>;
  const after = joinContact(parts);
  // As JSON, as what is stored went through it.
  if (isDeepStrictEqual(before, JSON.parse(JSON.stringify(after)))) return undefined;
  const { index, id, version } = stored;
  const document = { ...after, ...(verdict === undefined ? {} : { verdict }), joinedAt };
  return { index, id, document, replaces: version };
}

function isLeft({ outcome }: WriteOutcome): boolean {
  return outcome === 'conflict' || outcome === 'delayed';
}
