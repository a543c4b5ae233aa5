import type { ContactsPanel, Panel } from '../../../dashboards/panels/panel.ts';
import type { AnswerOf } from '../../../model/query/page.ts';
import { ContactLink } from '../contacts/ContactLink.tsx';
import { RatingMark } from '../layout/RatingMark.tsx';
import { Scroll } from '../layout/Scroll.tsx';
import { TableHead } from '../layout/TableHead.tsx';
import type { PanelTable, TableCell } from '../tables/panel-table.ts';
import { tableOfContacts } from '../tables/table-of-contacts.ts';
import { formatCount } from '../words/format-figure.ts';
import type { Around } from './around.ts';
import { PanelShell } from './PanelShell.tsx';

type Props = {
  readonly panel: Panel & ContactsPanel;
  readonly answer: AnswerOf<'contacts'>;
  readonly around: Around;
};
type Contact = AnswerOf<'contacts'>['contacts'][number];

/** The contacts themselves, each with the way to its page. */
export function Contacts({ panel, answer, around }: Props) {
  const { total, contacts, ignoredFilters } = answer;
  const table = tableOfContacts(answer);
  return (
    <PanelShell
      panel={panel}
      around={around}
      ignoredFilters={ignoredFilters}
      isEmpty={contacts.length === 0}
      table={table}
    >
      <Scroll label={panel.title}>
        <table className="plain" aria-label={panel.title}>
          <TableHead names={table.columns.map(({ name }) => name)} />
          <tbody>
            {contacts.map((contact, i) => (
              <Row key={contact.contactId} contact={contact} cells={table.rows[i] ?? []} table={table} />
            ))}
          </tbody>
        </table>
      </Scroll>
      {total > contacts.length && (
        <p className="note">
          The newest {formatCount(contacts.length)} of {formatCount(total)}: narrow the view to see others.
        </p>
      )}
    </PanelShell>
  );
}

type RowProps = {
  readonly contact: Contact;
  readonly cells: readonly TableCell[];
  readonly table: PanelTable;
};

function Row({ contact, cells: [, ...cells], table }: RowProps) {
  return (
    <tr>
      <th scope="row">
        <ContactLink contact={contact} />
      </th>
      {cells.map(({ text, rating }, i) => (
        <td key={table.columns[i + 1]?.name}>{rating ? <RatingMark rating={rating} text={text} /> : text}</td>
      ))}
    </tr>
  );
}
