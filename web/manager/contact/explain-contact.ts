import type { ContactAnswer } from '../../../model/query/contacts.ts';
import { faultSentence } from '../words/fault-words.ts';
import { whyNoStatistics } from '../words/statistics-words.ts';

type Contact = Partial<
  Pick<
    ContactAnswer['contact'],
    | 'verdict'
    | 'softphone'
    | 'channel'
    | 'agent'
    | 'connectedToAgentAt'
    | 'talkSeconds'
    | 'agentPhoneType'
    | 'expectsStatistics'
    | 'hasStatistics'
  >
>;

/** What a manager needs to know first: whether anybody heard anything, and whose fault it was where it was bad. */
export function explainContact(contact: Contact): string {
  const why = whyNoStatistics(contact);
  return [
    ...(contact.verdict ? [faultSentence(contact.verdict.fault)] : []),
    ...(why === undefined ? [] : [`No statistics: ${why}.`]),
    ...missedOf(contact.softphone),
  ].join(' ');
}

function missedOf(softphone: Contact['softphone']): string[] {
  const missed = softphone?.missed ?? 0;
  if (missed === 0) return [];
  return [
    missed === 1
      ? 'It rang at one agent who did not take it.'
      : `It rang at ${missed} agents who did not take it.`,
  ];
}
