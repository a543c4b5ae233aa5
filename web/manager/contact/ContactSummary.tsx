import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import { Link } from 'wouter';
import type { ContactAnswer } from '../../../model/query/contacts.ts';
import { RatingMark } from '../layout/RatingMark.tsx';
import { addressOf, useView } from '../state/use-view.ts';
import { SupportBundleButton } from '../support/SupportBundleButton.tsx';
import { disconnectReasonName, initiationMethodName } from '../words/connect-names.ts';
import { formatValue, notMeasured } from '../words/format-figure.ts';
import { formatDuration, makeTimeFormat, viewerZone } from '../words/format-time.ts';
import { reasonName } from '../words/names.ts';
import { explainContact } from './explain-contact.ts';

const time = makeTimeFormat(viewerZone);
const headlines = {
  good: 'Good contact',
  fair: 'Fair contact',
  poor: 'Poor contact',
  unclassified: 'Contact not judged',
} as const;

/** Who, when, how it was, and how it ended. */
export function ContactSummary({ contact }: { readonly contact: ContactAnswer['contact'] }) {
  const [view] = useView();
  const { contactId, softphone } = contact;
  const rating = softphone?.rating ?? 'unclassified';
  const seconds = (value: number | undefined) => (value === undefined ? undefined : formatDuration(value));
  const facts = [
    ['Agent', contact.agent],
    ['Queue', contact.contactQueue],
    ['Began', time.dayAndTime(contact.initiatedAt)],
    ['How', contact.initiationMethod && initiationMethodName(contact.initiationMethod)],
    ['In the queue', seconds(contact.queueSeconds)],
    ['Talk', seconds(contact.talkSeconds)],
    ['On hold', seconds(contact.holdSeconds)],
    ['After-contact work', seconds(contact.afterContactWorkSeconds)],
    ['Ended by', contact.disconnectReason && disconnectReasonName(contact.disconnectReason)],
    ['MOS, worst', formatValue('mos', rating === 'unclassified' ? undefined : softphone?.mos?.avg)],
  ] as const;
  return (
    <section className={`verdict ${rating}`} aria-label="Summary of the contact">
      <p className="crumbs">
        <Link href={addressOf('/contacts', view)}>Contacts</Link> / {contactId}{' '}
        <CopyToClipboard
          variant="icon"
          textToCopy={contactId}
          copyButtonAriaLabel="Copy the contact id"
          copySuccessText="Copied"
          copyErrorText="The browser did not let the page copy"
        />
      </p>
      <h1>
        <RatingMark rating={rating} text={headlines[rating]} />
        {softphone && softphone.ratingReasons.length > 0 && (
          <small className="reasons"> {softphone.ratingReasons.map(reasonName).join(', ')}</small>
        )}
      </h1>
      <p className="explanation">{explainContact(contact)}</p>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value ?? notMeasured}</dd>
          </div>
        ))}
      </dl>
      {contact.calls.length > 0 && <SupportBundleButton contactId={contactId} />}
    </section>
  );
}
