import type { PlannedCall } from '../call-plan.ts';
import type { CallSamples } from '../call-samples.ts';
import type { Random } from '../random.ts';
import { nativeScoreOf } from './native-score.ts';

/** What became of a contact beside the call itself. */
export type ContactFate = {
  /** The flow and the queue before an agent was rung; none of what the agent dialled. */
  readonly flowMillis: number;
  readonly queueMillis: number;
  /** The flow looked up the customer's data, and that failed. */
  readonly lookupFailed: boolean;
  readonly subtype: 'connect:Telephony' | 'connect:WebRTC';
  /** Amazon Connect's own scores, 1 to 5. */
  readonly agentScore: number | undefined;
  readonly customerScore: number | undefined;
  readonly disconnectReason: string;
  readonly disconnectIssue: string | undefined;
  /** To somebody outside, who talked so long with the customer. */
  readonly transferMillis: number | undefined;
};

/** Customers who call from an app or a website; only they have a score. */
const appShare = 0.15;
/** …and of them, those on a bad connection of their own. */
const badCustomerShare = 0.06;

/** What becomes of a contact; the chance is the contact's own. */
export function contactFateOf(
  call: PlannedCall,
  samples: CallSamples,
  isDeskPhone: boolean,
  random: Random,
): ContactFate {
  const isDialled = call.direction === 'outbound';
  const isTaken = call.outcome !== 'missed' && call.outcome !== 'setupFailed';
  const isFromApp = call.direction === 'inbound' && random.chance(appShare);
  // Amazon Connect scores the agent's side of softphones only.
  const agentScore = isTaken && !isDeskPhone ? nativeScoreOf(samples, random) : undefined;
  const isBad = random.chance(badCustomerShare);
  const customer = isBad ? random.between(1.3, 2.9) : random.between(3.6, 4.9);
  const isPoor = agentScore !== undefined && agentScore < 3;
  const isTransferred = call.outcome === 'completed' && random.chance(isPoor ? 0.12 : 0.05);
  return {
    flowMillis: isDialled ? 0 : Math.round(random.between(5000, 14_000)),
    queueMillis: isDialled ? 0 : Math.round(Math.min(600_000, random.logNormal(9000, 0.9))),
    lookupFailed: random.chance(0.02),
    subtype: isFromApp ? 'connect:WebRTC' : 'connect:Telephony',
    agentScore,
    customerScore: isFromApp && isTaken ? Math.round(100 * customer) / 100 : undefined,
    disconnectReason: reasonOf(call, isPoor, random),
    disconnectIssue: issueOf(call, random),
    transferMillis: isTransferred ? Math.round(random.logNormal(120_000, 0.6)) : undefined,
  };
}

function reasonOf({ outcome }: PlannedCall, isPoor: boolean, random: Random): string {
  if (outcome === 'missed') return 'CUSTOMER_DISCONNECT';
  if (outcome === 'setupFailed') return 'OTHER';
  const reasons = ['CUSTOMER_DISCONNECT', 'AGENT_DISCONNECT', 'TELECOM_PROBLEM'];
  // Who hears nothing hangs up.
  return random.pick(reasons, isPoor ? [80, 18, 2] : [61, 38, 1]);
}

/** Amazon Connect suspects one where a call broke off. */
function issueOf({ outcome, failure }: PlannedCall, random: Random): string | undefined {
  if (outcome === 'setupFailed')
    return failure === 'gumTimeout' ? 'AGENT_DEVICE_ISSUE' : 'AGENT_CONNECTIVITY_ISSUE';
  if (outcome === 'reloaded' && random.chance(0.5)) return 'AGENT_CONNECTIVITY_ISSUE';
  if (outcome !== 'completed' || !random.chance(0.006)) return undefined;
  return random.pick(['CUSTOMER_CONNECTIVITY_ISSUE', 'CUSTOMER_DEVICE_ISSUE']);
}
