import { setTimeout as sleep } from 'node:timers/promises';
import { kindOfIndex } from '../../model/documents/dated-index.ts';
import type { QualityLimits } from '../../model/quality/limits.ts';
import type { DocumentStore, DocumentWrite, WriteOutcome } from '../clients/document-store.ts';
import type { About } from '../clients/erasures.ts';
import type { FailedRecord, FailedRecords } from '../clients/failed-records.ts';
import type { Telemetry } from '../edge/telemetry.ts';
import { documentId } from '../enrich/document-id.ts';
import { KnownError } from '../errors.ts';
import { mergeIntoStored, type PendingCall, pendingCalls, whatIsSaid } from './merge-calls.ts';
import type { RecentCalls } from './recent-calls.ts';
import type { Records } from './records.ts';

export type Writing = {
  readonly store: DocumentStore;
  readonly limits: QualityLimits;
  /** Absent where the deployment has no place for them: then such a message stays with its page. */
  readonly failedRecords?: Pick<FailedRecords, 'keep'> | undefined;
  readonly recent?: RecentCalls;
  readonly telemetry?: Pick<Telemetry, 'warn' | 'count'>;
  readonly now?: () => number;
  readonly pause?: (millis: number) => Promise<unknown>;
};

/** Somebody else wrote the same call: look again almost at once. */
const conflictPauseMillis = 5;
/** The service has too much to do: leave it some air. */
const busyPauseMillis = 100;
const longestPauseMillis = 2000;

type Pending = { documents: Records['documents']; calls: readonly PendingCall[] };

/**
 * Writes records so that each is stored exactly once, however often they come and whoever else writes the same call.
 * What the service delays is tried again until the deadline.
 *
 * @param deadline in epoch milliseconds
 * @throws KnownError `unavailable` while anything is neither stored nor kept; what is stored already does no harm to
 *   the repeat
 */
export async function writeRecords(records: Records, writing: Writing, deadline: number): Promise<void> {
  const { now = Date.now, pause = sleep } = writing;
  let pending: Pending = { documents: records.documents, calls: pendingCalls(records.calls) };
  for (let attempt = 0; ; attempt++) {
    const { left, busy, failed } = await tryOnce(pending, writing, deadline);
    await setAside(failed, writing);
    if (left.documents.length + left.calls.length === 0) return;
    const millis = pauseMillis(attempt, busy);
    if (now() + millis >= deadline) {
      throw new KnownError('unavailable', 'The search service does not take more now.');
    }
    await pause(millis);
    pending = left;
  }
}

type Attempt = { readonly left: Pending; readonly busy: boolean; readonly failed: readonly FailedRecord[] };

async function tryOnce(pending: Pending, writing: Writing, deadline: number): Promise<Attempt> {
  const changed = await changedCalls(pending.calls, writing, deadline);
  const writes: DocumentWrite[] = [...pending.documents, ...changed.map(({ write }) => write)];
  const outcomes = writes.length > 0 ? await writing.store.write(writes, deadline) : [];
  const ofCalls = outcomes.slice(pending.documents.length);
  changed.forEach(({ write }, i) => {
    remember(write, ofCalls[i], writing.recent);
  });
  return {
    left: {
      // A document that is there already is this one: its id says so.
      documents: pending.documents.filter((_, i) => outcomes[i]?.outcome === 'delayed'),
      calls: changed.filter((_, i) => isLeft(ofCalls[i])).map(({ call }) => call),
    },
    busy: outcomes.some(({ outcome }) => outcome === 'delayed'),
    failed: [
      ...pending.documents.flatMap((write, i) => failedRecord(write, outcomes[i], write.about)),
      ...changed.flatMap(({ write, call }, i) => failedRecord(write, ofCalls[i], call.about, call)),
    ],
  };
}

type ChangedCall = { readonly call: PendingCall; readonly write: DocumentWrite };

async function changedCalls(
  calls: readonly PendingCall[],
  { store, limits, recent }: Writing,
  deadline: number,
): Promise<readonly ChangedCall[]> {
  const unknown = calls.filter((call) => !recent?.find(call));
  const read = unknown.length > 0 ? await store.read(unknown, deadline) : [];
  return calls.flatMap((call) => {
    const stored = recent?.find(call) ?? read[unknown.indexOf(call)];
    const write = mergeIntoStored(call, stored, limits);
    return write ? [{ call, write }] : [];
  });
}

function remember(
  write: DocumentWrite,
  result: WriteOutcome | undefined,
  recent: RecentCalls | undefined,
): void {
  if (result?.outcome === 'written')
    recent?.remember(write, { source: write.document, version: result.version });
  else recent?.forget(write);
}

function isLeft(outcome: WriteOutcome | undefined): boolean {
  return outcome?.outcome === 'conflict' || outcome?.outcome === 'delayed';
}

function failedRecord(
  { index, id, document }: DocumentWrite,
  result: WriteOutcome | undefined,
  about: About,
  call?: PendingCall,
): FailedRecord[] {
  if (result?.outcome !== 'refused') return [];
  const { reason, detail } = result;
  const variant = call && documentId([whatIsSaid(call.parts)]);
  const why = { reason, ...(detail ? { detail } : {}) };
  return [{ index, id, about, document, ...why, ...(variant ? { variant } : {}) }];
}

async function setAside(failed: readonly FailedRecord[], writing: Writing): Promise<void> {
  if (failed.length === 0) return;
  const reasons = [...new Set(failed.map(({ reason }) => reason))];
  writing.telemetry?.warn('records can never be stored', { count: failed.length, reasons });
  for (const { reason, index } of failed) {
    writing.telemetry?.count('SetAside', 1, { reason, kind: kindOfIndex(index) });
  }
  if (!writing.failedRecords) {
    throw new KnownError('unavailable', 'A record cannot be stored, and there is no place to set it aside.');
  }
  await writing.failedRecords.keep(failed);
}

/** Doubles with every attempt; the jitter keeps those who collided from colliding again. */
function pauseMillis(attempt: number, busy: boolean): number {
  const longest = Math.min(longestPauseMillis, (busy ? busyPauseMillis : conflictPauseMillis) * 2 ** attempt);
  return longest * (0.5 + Math.random() / 2);
}
