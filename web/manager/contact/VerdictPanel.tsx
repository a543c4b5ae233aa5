import type { ContactAnswer, ContactVerdict } from '../../../model/query/contacts.ts';
import type { Finding } from '../../../model/verdict/verdict.ts';
import { Panel } from '../layout/Panel.tsx';
import { complaintName, faultName } from '../words/fault-words.ts';
import { findingInWords } from '../words/finding-words.ts';
import { makeTimeFormat, viewerZone } from '../words/format-time.ts';
import { DownloadOfContact } from './DownloadOfContact.tsx';
import { ruleSays } from './rule-says.ts';
import { tableOfVerdict } from './table-of-verdict.ts';
import { whyNoVerdict } from './why-no-verdict.ts';

type Contact = ContactAnswer['contact'];
const time = makeTimeFormat(viewerZone);
const title = 'Whose fault';

/** The verdict with the rule that gave it and all that it rests on; or why there is none. */
export function VerdictPanel({ contact }: { readonly contact: Contact }) {
  const { verdict } = contact;
  if (!verdict) {
    return (
      <Panel title={title}>
        <p className="quiet">{whyNoVerdict(contact)}</p>
      </Panel>
    );
  }
  return (
    <Panel
      title={`${title}: ${faultName(verdict.fault)}`}
      note={noteOf(verdict)}
      actions={<DownloadOfContact title={title} contact={contact} table={tableOfVerdict(verdict)} />}
    >
      <p className="verdict-rule">{ruleSays(verdict.rule)}</p>
      <div className="evidence">
        <Findings
          title="It rests on"
          findings={verdict.restsOn}
          none="No condition: no other rule was met."
        />
        <Findings title="What speaks against it" findings={verdict.against} none="Nothing." />
      </div>
    </Panel>
  );
}

function noteOf({ because, agent, judgedAt }: ContactVerdict): string {
  const parts = [
    because.length > 0 ? `Judged because ${because.map(complaintName).join(', and ')}` : 'Judged',
    agent && `of the call of ${agent}`,
    judgedAt && `on ${time.dayAndTime(judgedAt)}`,
  ];
  return `${parts.filter(Boolean).join(', ')}.`;
}

type FindingsProps = {
  readonly title: string;
  readonly findings: readonly Finding[];
  readonly none: string;
};

function Findings({ title: heading, findings, none }: FindingsProps) {
  return (
    <section aria-label={heading}>
      <h3>{heading}</h3>
      {findings.length === 0 ? (
        <p className="quiet">{none}</p>
      ) : (
        <ul>
          {findings.map((finding) => {
            const { text, figures } = findingInWords(finding);
            return (
              <li key={`${finding.fact} ${finding.scope}`}>
                {text}
                {figures && <small>{figures}</small>}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
