import type { ContactAnswer } from '../../../model/query/contacts.ts';
import { CallsPanel } from './CallsPanel.tsx';
import { ContactSummary } from './ContactSummary.tsx';
import { FlowPanel } from './FlowPanel.tsx';
import { RecordPanel } from './RecordPanel.tsx';
import { RelatedPanel } from './RelatedPanel.tsx';
import { StatesPanel } from './StatesPanel.tsx';
import { StoryPanel } from './StoryPanel.tsx';
import { VerdictPanel } from './VerdictPanel.tsx';

/** All that is known of a contact, and of what is not that it is not. */
export function WholeContact({ answer }: { readonly answer: ContactAnswer }) {
  const { contact } = answer;
  return (
    <div className="panels">
      <ContactSummary contact={contact} />
      <VerdictPanel contact={contact} />
      <StoryPanel answer={answer} />
      <CallsPanel contact={contact} />
      <RelatedPanel answer={answer} />
      <div className="columns two">
        <RecordPanel contact={contact} />
        <FlowPanel contact={contact} />
        <StatesPanel contact={contact} />
      </div>
    </div>
  );
}
