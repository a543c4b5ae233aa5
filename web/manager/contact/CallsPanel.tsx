import { Link } from 'wouter';
import type { ContactAnswer } from '../../../model/query/contacts.ts';
import { Panel } from '../layout/Panel.tsx';
import { RatingMark } from '../layout/RatingMark.tsx';
import { Scroll } from '../layout/Scroll.tsx';
import { TableHead } from '../layout/TableHead.tsx';
import { addressOfCall } from '../state/address-of-call.ts';
import { useView } from '../state/use-view.ts';
import { whyNoStatistics } from '../words/statistics-words.ts';
import { DownloadOfContact } from './DownloadOfContact.tsx';
import { tableOfCallsOfContact } from './table-of-calls.ts';

type Contact = ContactAnswer['contact'];
const title = 'How it sounded';

/** A row for each agent whom the contact rang at; or why there is none. */
export function CallsPanel({ contact }: { readonly contact: Contact }) {
  const [view] = useView();
  const { calls, contactId } = contact;
  const why = whyNoStatistics(contact);
  if (calls.length === 0) {
    return (
      <Panel title={title}>
        <p className="quiet">No statistics: {why ?? 'none came'}.</p>
      </Panel>
    );
  }
  const table = tableOfCallsOfContact(calls);
  return (
    <Panel
      title={title}
      note={
        why === undefined
          ? 'Each call leads to its own page, second by second.'
          : `No statistics of the record’s agent: ${why}.`
      }
      actions={<DownloadOfContact title={title} contact={contact} table={table} />}
    >
      <Scroll label={title}>
        <table className="plain" aria-label="Calls of this contact">
          <TableHead names={table.columns.map(({ name }) => name)} />
          <tbody>
            {calls.map(({ agent }, i) => {
              const [, ...cells] = table.rows[i] ?? [];
              return (
                <tr key={agent}>
                  <th scope="row">
                    <Link href={addressOfCall({ contactId, agent }, view)}>{agent}</Link>
                  </th>
                  {cells.map(({ text, rating }, column) => (
                    <td key={table.columns[column + 1]?.name}>
                      {rating ? <RatingMark rating={rating} text={text} /> : text}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroll>
    </Panel>
  );
}
