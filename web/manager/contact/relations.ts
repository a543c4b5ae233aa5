import type { ContactAnswer, ContactRow } from '../../../model/query/contacts.ts';

/** A contact before or after another one; without a row it is named, but not stored or not to be seen. */
export type Relation = { readonly contactId: string; readonly how: string; readonly row?: ContactRow };

const hows = {
  previousContactId: 'Before it',
  nextContactId: 'After it',
  initialContactId: 'The first of them',
  relatedContactId: 'Related',
} as const;

/** Those that are stored, the earliest first, then those that are only named. Pure. */
export function relationsOf({ contact, related }: Pick<ContactAnswer, 'contact' | 'related'>): Relation[] {
  const named = namedBy(contact);
  const stored = related.map((row) => ({
    contactId: row.contactId,
    how: named.get(row.contactId) ?? howOf(contact, row),
    row,
  }));
  const known = new Set([contact.contactId, ...related.map(({ contactId }) => contactId)]);
  const missing = [...named].filter(([contactId]) => !known.has(contactId));
  return [...stored, ...missing.map(([contactId, how]) => ({ contactId, how }))];
}

type Contact = ContactAnswer['contact'];

/** A contact may be both the one before and the first one: the nearest word counts. */
function namedBy({ transfer = {} }: Contact): Map<string, string> {
  const named = new Map<string, string>();
  for (const [field, how] of Object.entries(hows)) {
    const id = transfer[field as keyof typeof hows];
    if (id !== undefined && !named.has(id)) named.set(id, how);
  }
  return named;
}

/** Where only the other one names it. */
function howOf({ contactId }: Contact, { transfer = {} }: ContactRow): string {
  if (transfer.previousContactId === contactId) return hows.nextContactId;
  if (transfer.nextContactId === contactId) return hows.previousContactId;
  return transfer.relatedContactId === contactId ? hows.relatedContactId : 'Of the same beginning';
}
