import { makeCall } from '../../model/documents/call.ts';
import { type CallParts, mergeCallParts } from '../../model/documents/call-parts.ts';
import type { QualityLimits } from '../../model/quality/limits.ts';
import type { DocumentPlace, DocumentWrite, StoredDocument } from '../clients/document-store.ts';
import type { About } from '../clients/erasures.ts';
import { KnownError } from '../errors.ts';

/** What is said of a call. */
export type CallShare = DocumentPlace & { readonly parts: CallParts };
export type PendingCall = CallShare & { readonly about: About };

/** What some messages say, put together call by call. */
export function pendingCalls<Share extends CallShare>(said: readonly Share[]): readonly Share[] {
  const byPlace = new Map<string, Share>();
  for (const call of said) {
    const key = `${call.index}/${call.id}`;
    const before = byPlace.get(key);
    byPlace.set(key, before ? { ...call, parts: mergeCallParts(before.parts, call.parts) } : call);
  }
  return [...byPlace.values()];
}

/** A day of windows in both directions is 5,760, and nobody mutes more often than this. */
const mostWindows = 8000;
const mostEvents = 4000;

/**
 * The write that adds what is now said of a call to what is stored of it; undefined where that says nothing new.
 *
 * @throws KnownError `invalid` when the call would grow beyond what any call is
 */
export function mergeIntoStored(
  { index, id, parts }: CallShare,
  stored: StoredDocument | undefined,
  limits: QualityLimits,
): DocumentWrite | undefined {
  // With itself, so that a call of one message has the order and form of any other.
  const before = (stored?.source as { parts: CallParts } | undefined)?.parts ?? parts;
  const merged = mergeCallParts(before, parts);
  if (stored && saysTheSame(before, merged)) return undefined;
  const happened = merged.events.length + (merged.warnings?.length ?? 0);
  if (Object.keys(merged.windows).length > mostWindows || happened > mostEvents) {
    throw new KnownError('invalid', 'The call has more windows or events than any call has.');
  }
  return { index, id, document: makeCall(merged, limits), replaces: stored?.version };
}

/** A repeat comes later than what it repeats, and says nothing else. What is merged keeps the order of its fields. */
function saysTheSame(before: CallParts, merged: CallParts): boolean {
  return (
    areTheSame(before.windows, merged.windows) &&
    // Which message came first with a queue decides.
    before.queue?.receivedAt === merged.queue?.receivedAt &&
    whatIsSaid({ ...before, windows: {} }) === whatIsSaid({ ...merged, windows: {} })
  );
}

/** A window that a merge leaves as it was is the very same object: a long call's need not be compared as text, each time. */
function areTheSame(before: CallParts['windows'], merged: CallParts['windows']): boolean {
  const ids = Object.keys(merged);
  return ids.length === Object.keys(before).length && ids.every((id) => before[id] === merged[id]);
}

/** All but when it arrived. */
export function whatIsSaid({ stamps, queue, ...parts }: CallParts): string {
  return JSON.stringify({
    ...parts,
    stamps: { ...stamps, receivedAt: '' },
    queue: queue && { ...queue, receivedAt: '' },
  });
}
