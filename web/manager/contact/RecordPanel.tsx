import type { ContactAnswer } from '../../../model/query/contacts.ts';
import { Panel } from '../layout/Panel.tsx';
import { tableOfPairs } from '../tables/table-of-pairs.ts';
import { notMeasured } from '../words/format-figure.ts';
import { DownloadOfContact } from './DownloadOfContact.tsx';
import { recordFacts } from './record-facts.ts';

/** Amazon Connect's own record of the contact. */
export function RecordPanel({ contact }: { readonly contact: ContactAnswer['contact'] }) {
  const facts = recordFacts(contact);
  return (
    <Panel
      title="Contact record"
      note="A dash stands for what Amazon Connect does not say, or your admin does not keep."
      actions={<DownloadOfContact title="Contact record" contact={contact} table={tableOfPairs(facts)} />}
    >
      <dl className="pairs">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value ?? notMeasured}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
