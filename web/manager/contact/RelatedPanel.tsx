import { Link } from 'wouter';
import type { ContactAnswer } from '../../../model/query/contacts.ts';
import { SoundOfContact } from '../contacts/SoundOfContact.tsx';
import { Panel } from '../layout/Panel.tsx';
import { Scroll } from '../layout/Scroll.tsx';
import { TableHead } from '../layout/TableHead.tsx';
import { addressOfContact } from '../state/address-of-contact.ts';
import { useView } from '../state/use-view.ts';
import { disconnectReasonName, initiationMethodName } from '../words/connect-names.ts';
import { faultName } from '../words/fault-words.ts';
import { notMeasured } from '../words/format-figure.ts';
import { makeTimeFormat, viewerZone } from '../words/format-time.ts';
import { type Relation, relationsOf } from './relations.ts';

const time = makeTimeFormat(viewerZone);
const columns = ['Contact', 'Which', 'Agent', 'Queue', 'How it began', 'Ended by', 'Rating', 'Verdict'];

/** Transfers, callbacks and consultations: the contacts before this one and after it. */
export function RelatedPanel({ answer }: { readonly answer: ContactAnswer }) {
  const relations = relationsOf(answer);
  if (relations.length === 0) return null;
  return (
    <Panel
      title="Before and after it"
      note="Transfers, callbacks and consultations are contacts of their own."
    >
      <Scroll label="Related contacts">
        <table className="plain" aria-label="Related contacts">
          <TableHead names={columns} />
          <tbody>
            {relations.map((relation) => (
              <Row key={relation.contactId} relation={relation} />
            ))}
          </tbody>
        </table>
      </Scroll>
    </Panel>
  );
}

function Row({ relation: { contactId, how, row } }: { readonly relation: Relation }) {
  const [view] = useView();
  if (!row) {
    return (
      <tr>
        <th scope="row">{contactId}</th>
        <td>{how}</td>
        <td colSpan={columns.length - 2} className="quiet">
          Not stored, or not yours to see.
        </td>
      </tr>
    );
  }
  const { agent, contactQueue, initiationMethod, disconnectReason, verdict } = row;
  return (
    <tr>
      <th scope="row">
        <Link href={addressOfContact(contactId, view)}>{time.dayAndTime(row.initiatedAt)}</Link>
      </th>
      <td>{how}</td>
      <td>{agent ?? notMeasured}</td>
      <td>{contactQueue ?? notMeasured}</td>
      <td>{initiationMethod ? initiationMethodName(initiationMethod) : notMeasured}</td>
      <td>{disconnectReason ? disconnectReasonName(disconnectReason) : notMeasured}</td>
      <td>
        <SoundOfContact contact={row} />
      </td>
      <td>{verdict ? faultName(verdict.fault) : notMeasured}</td>
    </tr>
  );
}
