import type { ContactRow } from '../../../model/query/contacts.ts';

type Known = Partial<
  Pick<
    ContactRow,
    | 'channel'
    | 'agent'
    | 'connectedToAgentAt'
    | 'talkSeconds'
    | 'agentPhoneType'
    | 'expectsStatistics'
    | 'hasStatistics'
  >
>;

/** Why a contact has no statistics of a softphone; undefined where it has. */
export function whyNoStatistics(contact: Known): string | undefined {
  const { hasStatistics, expectsStatistics } = contact;
  if (hasStatistics === undefined) return 'the contact is just being put together';
  if (hasStatistics) return undefined;
  if (expectsStatistics) {
    return 'the agent was outside the monitored softphone page, or its messages do not come through';
  }
  return whyNotExpected(contact);
}

/** See model/documents/coverage.ts, which decides it. */
function whyNotExpected(contact: Known): string {
  const { channel, agent, connectedToAgentAt, talkSeconds, agentPhoneType } = contact;
  if (channel !== undefined && channel !== 'VOICE') return 'only voice contacts have any';
  if (agent === undefined && connectedToAgentAt === undefined) return 'no agent took it';
  if (agentPhoneType === 'DESK_PHONE') return 'the agent has a desk phone';
  if (talkSeconds === undefined) return 'the record does not say how long they talked';
  return 'they talked too briefly';
}
