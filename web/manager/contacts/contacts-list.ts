import { type ContactRow, type ContactSortField, contactSortFields } from '../../../model/query/contacts.ts';
import type { ListKind } from '../list/column.ts';
import { contactColumns } from './columns.tsx';

/** The list of contacts. */
export const contactsList: ListKind<ContactRow, ContactSortField> = {
  title: 'Contacts',
  one: 'contact',
  many: 'contacts',
  columns: contactColumns,
  usual: [
    'initiatedAt',
    'rating',
    'verdict',
    'agent',
    'queue',
    'initiationMethod',
    'disconnectReason',
    'queueSeconds',
    'talkSeconds',
    'mos',
    'agentScore',
  ],
  sorts: Object.keys(contactSortFields) as ContactSortField[],
  firstSort: 'initiatedAt',
  keyOf: ({ contactId }) => contactId,
  nothingHint:
    'A contact appears when Amazon Connect sends its record: after it has ended, and after-contact work with it. Choose a longer time, or take a filter away.',
};
