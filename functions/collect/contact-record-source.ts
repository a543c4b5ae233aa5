import { type ContactRecord, contactRecord } from '../../model/connect/contact-record.ts';
import { instanceOf } from '../../model/connect/parts.ts';
import { contactIdentity } from '../../model/documents/contact-record-part.ts';
import { makeContactRecordPart } from '../../model/documents/make-contact-record-part.ts';
import { documentId } from '../enrich/document-id.ts';
import type { Source } from './source.ts';

/** Contact records. Windows come up to a minute after the call, so the contact is put together once more then. */
export const contactRecordSource: Source<ContactRecord> = {
  route: 'contact-records',
  kind: 'connect-contacts',
  schema: contactRecord,
  askAgainSeconds: 90,
  collect: (record, { receivedAt }) => {
    const part = makeContactRecordPart(record, receivedAt);
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
