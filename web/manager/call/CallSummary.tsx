import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import { Link } from 'wouter';
import type { CallAnswer } from '../../../model/query/call.ts';
import { RatingMark } from '../layout/RatingMark.tsx';
import { addressOfCall } from '../state/address-of-call.ts';
import { addressOfContact } from '../state/address-of-contact.ts';
import { addressOf, useView } from '../state/use-view.ts';
import { SupportBundleButton } from '../support/SupportBundleButton.tsx';
import { explainCall } from '../words/explain-call.ts';
import { explainProblem } from '../words/explain-problem.ts';
import { formatValue, notMeasured } from '../words/format-figure.ts';
import { formatDuration, makeTimeFormat, viewerZone } from '../words/format-time.ts';
import { reasonName } from '../words/names.ts';

const time = makeTimeFormat(viewerZone);
const headlines = {
  good: 'Good call',
  fair: 'Fair call',
  poor: 'Poor call',
  unclassified: 'Call not judged',
} as const;

/** Who, when, and how it was, in a sentence. */
export function CallSummary({ answer }: { readonly answer: CallAnswer }) {
  const { call, agents } = answer;
  const [view] = useView();
  const reported = explainProblem(call);
  const facts = [
    ['Agent', call.agent],
    ['Queue', call.contactQueue],
    ['Began', time.dayAndTime(call.startedAt)],
    ['Talk', call.talkSeconds === undefined ? undefined : formatDuration(call.talkSeconds)],
    ['MOS, worse direction', formatValue('mos', call.rating === 'unclassified' ? undefined : call.mos?.avg)],
    ['Time that was poor', formatValue('percent', call.poorPercent)],
  ] as const;
  return (
    <section className={`verdict ${call.rating}`} aria-label="Summary of the call">
      <p className="crumbs">
        <Link href={addressOf('/calls', view)}>Calls</Link> / {call.contactId}{' '}
        <CopyToClipboard
          variant="icon"
          textToCopy={call.contactId}
          copyButtonAriaLabel="Copy the contact id"
          copySuccessText="Copied"
          copyErrorText="The browser did not let the page copy"
        />
      </p>
      <h1>
        <RatingMark rating={call.rating} text={headlines[call.rating]} />
        {call.ratingReasons.length > 0 && (
          <small className="reasons"> {call.ratingReasons.map(reasonName).join(', ')}</small>
        )}
      </h1>
      <p className="explanation">{explainCall(call)}</p>
      {reported && <p className="explanation">{reported}</p>}
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value ?? notMeasured}</dd>
          </div>
        ))}
      </dl>
      <p className="note">
        <Link href={addressOfContact(call.contactId, view)}>The whole contact</Link>: its record, flow,
        agents’ states and verdict.
      </p>
      <SupportBundleButton contactId={call.contactId} agent={call.agent} />
      {agents.length > 1 && (
        <p className="note">
          This contact rang at several agents:{' '}
          {agents.map((agent) => (
            <Link
              key={agent}
              href={addressOfCall({ contactId: call.contactId, agent }, view)}
              aria-current={agent === call.agent ? 'page' : undefined}
            >
              {agent}
            </Link>
          ))}
        </p>
      )}
    </section>
  );
}
