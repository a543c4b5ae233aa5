import { Link } from 'wouter';
import type { ContactRow } from '../../../model/query/contacts.ts';
import { addressOfContact } from '../state/address-of-contact.ts';
import { useView } from '../state/use-view.ts';
import { makeTimeFormat, viewerZone } from '../words/format-time.ts';

const time = makeTimeFormat(viewerZone);

type Props = { readonly contact: Pick<ContactRow, 'contactId' | 'agent' | 'initiatedAt'> };

/** When a contact began, and the way to its page. */
export function ContactLink({ contact }: Props) {
  const [view] = useView();
  const { contactId, agent, initiatedAt } = contact;
  const when = time.dayAndTime(initiatedAt);
  return (
    <Link
      href={addressOfContact(contactId, view)}
      aria-label={agent === undefined ? `Contact without an agent, ${when}` : `Contact of ${agent}, ${when}`}
    >
      {when}
    </Link>
  );
}
