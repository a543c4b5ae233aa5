import type { WfmFile } from '../wfm/files.ts';
import { hourFileName, type WfmHour } from '../wfm/hour.ts';
import type { SentFile } from '../wfm/sent-file.ts';
import { queuedOf } from '../wfm/wfm-contact.ts';
import type { Difference } from './difference.ts';
import { isWithin } from './is-within.ts';
import type { DaySources, RecordedContact, Terms } from './sources.ts';
import { isYoung } from './young.ts';

/** A file that should have been sent, and the contacts that are in it by their records. */
type Expected = {
  readonly kind: WfmFile;
  readonly file: string;
  readonly hour: WfmHour;
  readonly contacts: readonly RecordedContact[];
};

/** Compares what was sent of a day, an hour in a file, with the records that are there now. */
export function compareFiles({ contacts, sent }: DaySources, terms: Terms): Difference[] {
  if (!sent) return [];
  const byName = new Map(sent.files.map((its) => [its.file, its]));
  const expected = sent.hours.flatMap((hour) => sent.kinds.map((kind) => expectedOf(kind, hour, contacts)));
  const known = new Set(contacts.map(({ contactId }) => contactId));
  return expected.flatMap((its) => {
    const file = byName.get(its.file);
    if (!file) return [notSent(its, terms)];
    return file.contacts ? compareContacts(its, file, known) : outdated(its, file);
  });
}

function expectedOf(kind: WfmFile, hour: WfmHour, contacts: readonly RecordedContact[]): Expected {
  return { kind, hour, file: hourFileName(kind, hour), contacts: contactsIn[kind](contacts, hour) };
}

type Contacts = readonly RecordedContact[];

const enqueued = (contacts: Contacts, hour: WfmHour): Contacts => {
  const ids = new Set(
    queuedOf(contacts).flatMap((its) => (isWithin(its.enqueuedAt, hour) ? [its.contactId] : [])),
  );
  return contacts.filter(({ contactId }) => ids.has(contactId));
};

/** Of whose records an hour's file is made; what agents did is made of their events. */
const contactsIn: Readonly<Record<WfmFile, (contacts: Contacts, hour: WfmHour) => Contacts>> = {
  contacts: (contacts, hour) => contacts.filter(({ initiatedAt }) => isWithin(initiatedAt, hour)),
  'queue-statistics': enqueued,
  'agent-queue-statistics': enqueued,
  'agent-performance': () => [],
};

function notSent({ file, hour, contacts }: Expected, { now }: Terms): Difference {
  const reason = isYoung(hour.to, now) ? 'notYet' : 'unexplained';
  const [at, until] = [hour.from, hour.to].map((time) => new Date(time).toISOString());
  return { kind: 'fileNotSent', reason, file, contacts: contacts.length, at, until };
}

/** Of a file that lists no contacts only its time can be compared. */
function outdated({ contacts }: Expected, { file, sentAt }: SentFile): Difference[] {
  const later = contacts.filter(({ receivedAt }) => Date.parse(receivedAt) > Date.parse(sentAt));
  if (later.length === 0) return [];
  return [{ kind: 'fileOutdated', reason: 'cameLater', file, at: sentAt, contacts: later.length }];
}

function compareContacts(
  { contacts }: Expected,
  { file, sentAt, contacts: listed = [] }: SentFile,
  known: ReadonlySet<string>,
): Difference[] {
  const sentAs = new Map<string, number>();
  const twice = new Set<string>();
  for (const { contactId, lastUpdateTimestamp } of listed) {
    if (sentAs.has(contactId)) twice.add(contactId);
    sentAs.set(contactId, Math.max(sentAs.get(contactId) ?? 0, Date.parse(lastUpdateTimestamp)));
  }
  const about = (contactId: string) => ({ contactId, contacts: 1, file });
  return [
    ...[...twice].map(
      (contactId): Difference => ({ kind: 'contactTwice', reason: 'unexplained', ...about(contactId) }),
    ),
    ...contacts.flatMap(({ contactId, initiatedAt: at, updatedAt, receivedAt }): Difference[] => {
      const its = sentAs.get(contactId);
      const reason = Date.parse(receivedAt) > Date.parse(sentAt) ? 'cameLater' : 'leftOut';
      if (its === undefined) return [{ kind: 'contactNotSent', reason, ...about(contactId), at }];
      if (its >= Date.parse(updatedAt)) return [];
      return [{ kind: 'contactOutdated', reason, ...about(contactId), at }];
    }),
    ...[...sentAs.keys()]
      .filter((contactId) => !known.has(contactId))
      .map(
        (contactId): Difference => ({
          kind: 'sentWithoutRecord',
          reason: 'notKept',
          ...about(contactId),
        }),
      ),
  ];
}
