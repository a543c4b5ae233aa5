import type { ContactAnswer } from '../../../model/query/contacts.ts';
import type { Span, Tone } from './span.ts';

type Contact = ContactAnswer['contact'];

/** What a contact was in, by its record: one phase after the other. A time that the record does not have ends none. Pure. */
export function phasesOf(contact: Contact): Span[] {
  const { initiatedAt, enqueuedAt, dequeuedAt, connectedToAgentAt, disconnectedAt } = contact;
  const { afterContactWorkStartedAt, afterContactWorkEndedAt } = contact;
  const isOut = contact.initiationMethod === 'OUTBOUND' || contact.initiationMethod === 'EXTERNAL_OUTBOUND';
  const before = enqueuedAt ?? connectedToAgentAt ?? disconnectedAt;
  return [
    ...phase(isOut ? 'Calling' : 'In the flow', 'plain', initiatedAt, before),
    ...phase('In the queue', 'wait', enqueuedAt, dequeuedAt ?? connectedToAgentAt ?? disconnectedAt),
    ...phase('Ringing', 'plain', dequeuedAt, connectedToAgentAt),
    ...phase('With the agent', 'talk', connectedToAgentAt, disconnectedAt),
    ...phase('After-contact work', 'work', afterContactWorkStartedAt, afterContactWorkEndedAt),
  ];
}

function phase(name: string, tone: Tone, from: string | undefined, to: string | undefined): Span[] {
  if (from === undefined || to === undefined || Date.parse(to) <= Date.parse(from)) return [];
  return [{ from: Date.parse(from), to: Date.parse(to), name, tone }];
}
