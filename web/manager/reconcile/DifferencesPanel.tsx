import { Link } from 'wouter';
import type { Difference, DifferenceKind } from '../../../model/reconcile/difference.ts';
import { kindWords, reasonWords } from '../../../model/reconcile/difference-words.ts';
import { DownloadPanel } from '../download/DownloadPanel.tsx';
import { Panel } from '../layout/Panel.tsx';
import { Scroll } from '../layout/Scroll.tsx';
import { addressOfContact } from '../state/address-of-contact.ts';
import { useView } from '../state/use-view.ts';
import { everything } from '../state/view.ts';
import { formatCount } from '../words/format-figure.ts';
import { tableOfDifferences, whenOf } from './table-of-differences.ts';

type Props = {
  readonly kind: DifferenceKind;
  readonly total: number;
  readonly differences: readonly Difference[];
  readonly range: { readonly from: string; readonly to: string };
};

/** All differences of a kind: which they are, why, and what to do. */
export function DifferencesPanel({ kind, total, differences, range }: Props) {
  const { name, todo } = kindWords[kind];
  const title = `${name}: ${formatCount(total)}`;
  return (
    <Panel
      id={kind}
      title={title}
      note={todo}
      actions={
        <DownloadPanel
          title={name}
          about={{ ...range, view: everything }}
          table={tableOfDifferences(differences)}
        />
      }
    >
      <Scroll label={name}>
        <table className="plain differences">
          <thead>
            <tr>
              {['When', 'What', 'Agent', 'Why'].map((column) => (
                <th scope="col" key={column}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {differences.map((its) => (
              <Row key={JSON.stringify(its)} its={its} />
            ))}
          </tbody>
        </table>
      </Scroll>
      {total > differences.length && (
        <p className="note">
          The first {formatCount(differences.length)}. <code>npm run reconcile</code> lists more.
        </p>
      )}
    </Panel>
  );
}

function Row({ its }: { readonly its: Difference }) {
  const [view] = useView();
  const { contactId, queue, file, agent } = its;
  return (
    <tr>
      <td>{whenOf(its)}</td>
      <td>
        {contactId === undefined ? (
          (queue ?? file)
        ) : (
          <Link href={addressOfContact(contactId, view)}>{contactId}</Link>
        )}
        {contactId !== undefined && (queue ?? file) && <small className="quiet below">{queue ?? file}</small>}
      </td>
      <td>{agent}</td>
      <td className="why">{reasonWords(its)}</td>
    </tr>
  );
}
