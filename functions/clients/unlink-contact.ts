import type { Client } from '@opensearch-project/opensearch';
import { contactLinks } from '../../model/documents/contact-record-part.ts';
import { patient } from './patient.ts';

/** Ids are the same in whatever case. */
const unlinking = `
  Map its = ctx._source.transfer;
  for (String link : params.links) {
    if (params.contactId.equalsIgnoreCase(its[link])) its.remove(link);
  }
  if (its.isEmpty()) ctx._source.remove('transfer');
`;

/** Has no contact name this one as one of its chain. What somebody changes meanwhile is looked at again. Throws the client's errors. */
export async function unlinkContact(search: Client, index: string, contactId: string): Promise<void> {
  const script = { lang: 'painless', source: unlinking, params: { contactId, links: contactLinks } };
  const body = { query: linkedTo(contactId), script } as object;
  for (;;) {
    const { body: done } = await search.updateByQuery(
      { index, ignore_unavailable: true, conflicts: 'proceed', refresh: true, body },
      patient,
    );
    const { version_conflicts: conflicts = 0 } = done as { readonly version_conflicts?: number };
    if (conflicts === 0) return;
  }
}

function linkedTo(contactId: string): object {
  const should = contactLinks.map((link) => ({
    term: { [`transfer.${link}`]: { value: contactId, case_insensitive: true } },
  }));
  return { bool: { filter: [{ bool: { should, minimum_should_match: 1 } }] } };
}
