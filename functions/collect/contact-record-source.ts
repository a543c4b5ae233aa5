import { type ContactRecord, contactRecord } from '../../model/connect/contact-record.ts';
import { instanceOf } from '../../model/connect/parts.ts';
import { contactIdentity } from '../../model/documents/contact-record-part.ts';
import { makeContactRecordPart } from '../../model/documents/make-contact-record-part.ts';
import { documentId } from '../enrich/document-id.ts';
import type { Source } from './source.ts';

/** By which a record names the other contacts of its chain. */
const links = ['InitialContactId', 'PreviousContactId', 'NextContactId', 'RelatedContactId'] as const;

/**
 * Contact records. Windows come up to a minute after the call, so the contact is put together once more then. Of a chain, those
 * that were erased are not named.
 */
export const contactRecordSource: Source<ContactRecord> = {
  route: 'contact-records',
  kind: 'connect-contacts',
  schema: contactRecord,
  askAgainSeconds: 90,
  mentions: (record) => links.flatMap((link) => record[link] ?? []),
  collect: (whole, { receivedAt, erased, queueName }) => {
    const record = without(whole, erased);
    const part = makeContactRecordPart(record, receivedAt, queueName);
    const at = new Date(part.initiatedAt);
    const { contactId, agent = '', initiatedAt } = part;
    return {
      instanceId: instanceOf(record.InstanceARN),
      about: { agent, contactId, startedAt: initiatedAt },
      at,
      documents: [],
      states: [],
      contacts: [{ kind: 'connect-contacts', at, id: documentId(contactIdentity(part)), part }],
      ask: { contactIds: [contactId] },
    };
  },
};

function without(record: ContactRecord, contacts: readonly string[]): ContactRecord {
  const gone = links.filter((link) => contacts.includes(record[link] ?? ''));
  return { ...record, ...Object.fromEntries(gone.map((link) => [link, undefined])) };
}
