import { inOrder } from '../documents/time-order.ts';
import { queuedOf } from '../wfm/wfm-contact.ts';
import { compareCalls } from './compare-calls.ts';
import { compareCounts } from './compare-counts.ts';
import { compareFiles } from './compare-files.ts';
import { type Difference, differenceKinds } from './difference.ts';
import { isWithin } from './is-within.ts';
import type { DaySources, SetAsideRecord, Terms } from './sources.ts';

/** How many contacts each source has of a day; null of one that the deployment does not have. */
export type DayCounts = {
  /** Began in the day, by their records. */
  readonly records: number;
  /** Came into a queue in the day, by their records, */
  readonly queued: number;
  /** and as Amazon Connect counted. */
  readonly counted: number | null;
  /** In the files that were sent. */
  readonly sent: number | null;
  /** Of which a softphone had calls. */
  readonly called: number;
  /** Of records that began in the day: on a desk phone, which no page can measure. */
  readonly deskPhones: number;
  readonly setAside: number;
};

/**
 * Compares what all sources say of the contacts of a day. Pure; the differences by their kinds, in the order of time.
 *
 * @param sources of which more than the day does no harm, except for calls
 */
export function reconcileDay(
  sources: DaySources,
  terms: Terms,
): { readonly counts: DayCounts; readonly differences: readonly Difference[] } {
  const differences = [
    ...sources.setAside.map(setAsideOf),
    ...compareCalls(sources, terms),
    ...compareCounts(sources, terms),
    ...compareFiles(sources, terms),
  ];
  return { counts: countsOf(sources, terms), differences: differences.sort(byKindAndTime) };
}

function setAsideOf({ key, reason, contactId, initiatedAt, queue, queueArn }: SetAsideRecord): Difference {
  const named = queue ?? queueArn;
  return {
    kind: 'recordSetAside',
    reason: 'setAside',
    contacts: 1,
    detail: `${reason}, ${key}`,
    ...(contactId === undefined ? {} : { contactId }),
    ...(initiatedAt === undefined ? {} : { at: initiatedAt }),
    ...(named === undefined ? {} : { queue: named }),
  };
}

function countsOf({ contacts, setAside, calls, sent, counted }: DaySources, { day }: Terms): DayCounts {
  const began = contacts.filter(({ initiatedAt }) => isWithin(initiatedAt, day));
  const queued = queuedOf(contacts).filter(({ enqueuedAt }) => isWithin(enqueuedAt, day));
  const ids = (files: readonly { contacts?: readonly { contactId: string }[] | undefined }[]) =>
    new Set(files.flatMap((file) => file.contacts ?? []).map(({ contactId }) => contactId)).size;
  return {
    records: began.length,
    queued: queued.length,
    counted: counted ? counted.reduce((sum, its) => sum + its.contacts, 0) : null,
    sent: sent ? ids(sent.files) : null,
    called: new Set(calls.map(({ contactId }) => contactId)).size,
    deskPhones: began.filter(
      ({ agentPhoneType, expectsStatistics }) => agentPhoneType === 'DESK_PHONE' && !expectsStatistics,
    ).length,
    setAside: setAside.length,
  };
}

function byKindAndTime(a: Difference, b: Difference): number {
  return (
    differenceKinds.indexOf(a.kind) - differenceKinds.indexOf(b.kind) ||
    inOrder(a.at ?? '', b.at ?? '') ||
    inOrder(a.queue ?? a.contactId ?? '', b.queue ?? b.contactId ?? '')
  );
}
