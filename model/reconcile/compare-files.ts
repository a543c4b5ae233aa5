import type { Difference } from './difference.ts';
import { isWithin } from './is-within.ts';
import type { DaySources, RecordedContact, SentOnce, Terms } from './sources.ts';
import { isYoung } from './young.ts';

/** Compares what was sent of a day with the records that are there now. */
export function compareFiles({ contacts, sent }: DaySources, terms: Terms): Difference[] {
  if (!sent) return [];
  const began = contacts.filter(({ initiatedAt }) => isWithin(initiatedAt, terms.day));
  return sent.kinds.flatMap((kind) => {
    const files = sent.files.filter((file) => file.kind === kind);
    if (files.length === 0) return began.length > 0 ? [notSent(kind, began, terms)] : [];
    const listing = files.filter(isListing);
    return listing.length > 0 ? compareContacts(began, listing) : outdated(began, files);
  });
}

type Listing = SentOnce & Required<Pick<SentOnce, 'contacts'>>;
const isListing = (file: SentOnce): file is Listing => file.contacts !== undefined;

function notSent(file: string, contacts: readonly RecordedContact[], { day, now }: Terms): Difference {
  const reason = isYoung(day.to, now) ? 'notYet' : 'unexplained';
  return { kind: 'fileNotSent', reason, file, contacts: contacts.length };
}

/** Of a file that lists no contacts only its time can be compared. */
function outdated(contacts: readonly RecordedContact[], files: readonly SentOnce[]): Difference[] {
  const [{ file, sentAt } = { file: '', sentAt: '' }] = newestFirst(files);
  const later = contacts.filter(({ receivedAt }) => Date.parse(receivedAt) > Date.parse(sentAt));
  if (later.length === 0) return [];
  return [{ kind: 'fileOutdated', reason: 'cameLater', file, at: sentAt, contacts: later.length }];
}

/** The newest of what was sent of a contact holds, in whatever file it is. */
function compareContacts(contacts: readonly RecordedContact[], files: readonly Listing[]): Difference[] {
  const sentAs = new Map<string, { readonly file: Listing; readonly updatedAt: number }>();
  for (const file of files)
    for (const { contactId, lastUpdateTimestamp } of file.contacts) {
      const updatedAt = Date.parse(lastUpdateTimestamp);
      const before = sentAs.get(contactId);
      if (!before || updatedAt > before.updatedAt) sentAs.set(contactId, { file, updatedAt });
    }
  const [newest] = newestFirst(files);
  const known = new Set(contacts.map(({ contactId }) => contactId));
  return [
    ...files.flatMap(twice),
    ...contacts.flatMap((contact): Difference[] => {
      const its = sentAs.get(contact.contactId);
      const about = { contactId: contact.contactId, at: contact.initiatedAt, contacts: 1 };
      if (!its) return [{ kind: 'contactNotSent', ...why(contact, newest), ...about }];
      if (its.updatedAt >= Date.parse(contact.updatedAt)) return [];
      return [{ kind: 'contactOutdated', ...why(contact, newest), ...about }];
    }),
    ...[...sentAs]
      .filter(([contactId]) => !known.has(contactId))
      .map(([contactId, { file }]): Difference => {
        return { kind: 'sentWithoutRecord', reason: 'notKept', contactId, contacts: 1, file: file.file };
      }),
  ];
}

/** Whether the record came after the newest file was sent, or should have been in it. */
function why({ receivedAt }: RecordedContact, newest: SentOnce | undefined) {
  const { file = '', sentAt = '' } = newest ?? {};
  const reason = Date.parse(receivedAt) > Date.parse(sentAt) ? ('cameLater' as const) : ('leftOut' as const);
  return { reason, file };
}

function twice({ file, contacts }: Listing): Difference[] {
  const times = new Map<string, number>();
  for (const { contactId } of contacts) times.set(contactId, (times.get(contactId) ?? 0) + 1);
  return [...times]
    .filter(([, count]) => count > 1)
    .map(([contactId]) => ({ kind: 'contactTwice', reason: 'unexplained', contactId, contacts: 1, file }));
}

function newestFirst(files: readonly SentOnce[]): readonly SentOnce[] {
  return [...files].sort((a, b) => Date.parse(b.sentAt) - Date.parse(a.sentAt));
}
