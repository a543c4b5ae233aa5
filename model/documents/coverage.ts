import type { PhoneType } from './connect-user.ts';
import type { ContactCall } from './contact-call.ts';
import type { ContactRecordPart } from './contact-record-part.ts';

/** Of a shorter talk a page may well have sent nothing: statistics come every 30 seconds, and at the end. */
const leastTalkSeconds = 10;

/** Whether a contact should have statistics of a softphone, and whether it has. */
export type Coverage = {
  /** Absent where what it hangs on is not collected. */
  readonly expectsStatistics?: boolean;
  readonly hasStatistics: boolean;
};

/**
 * Tells whether statistics are missing: an answered voice contact in the browser's softphone with some talk has them, or
 * its agent was outside the monitored page, or could not send. Pure.
 *
 * @param phoneType of the record's agent; of an unknown one the softphone is supposed, as most have it
 */
export function coverageOf(
  record: ContactRecordPart,
  calls: readonly Pick<ContactCall, 'agent' | 'toAgent' | 'fromAgent'>[],
  phoneType: PhoneType | undefined,
): Coverage {
  const expected = expectsStatistics(record, phoneType);
  const own = record.agent === undefined ? calls : calls.filter(({ agent }) => agent === record.agent);
  return {
    ...(expected === undefined ? {} : { expectsStatistics: expected }),
    hasStatistics: own.some(({ toAgent, fromAgent }) => toAgent.windows + fromAgent.windows > 0),
  };
}

function expectsStatistics(record: ContactRecordPart, phoneType: PhoneType | undefined): boolean | undefined {
  const { channel, agent, connectedToAgentAt, talkSeconds, nativeQuality } = record;
  if (channel === undefined) return undefined;
  if (channel !== 'VOICE') return false;
  if (agent === undefined && connectedToAgentAt === undefined) return false;
  if (talkSeconds === undefined) return undefined;
  // Connect measures the agent's side of softphones only: who has a desk phone today had none then.
  const isDeskPhone = phoneType === 'DESK_PHONE' && nativeQuality?.agent?.score === undefined;
  return talkSeconds >= leastTalkSeconds && !isDeskPhone;
}
