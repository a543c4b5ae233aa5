import { verdictOn } from '../../../functions/judge/judge-hour.ts';
import { type NearbyCall, placeNames } from '../../../functions/judge/nearby-call.ts';
import type { CallDocument } from '../../../model/documents/call.ts';
import type { ContactDocument } from '../../../model/documents/contact.ts';
import { judgedContact } from '../../../model/verdict/evidence-of.ts';
import { defaultVerdictLimits as limits } from '../../../model/verdict/limits.ts';
import type { Verdict } from '../../../model/verdict/verdict.ts';

/** As far from each other as calls are compared at all, and as the longest call lasts. */
const farthestMillis = 5 * 3_600_000;

/** A contact as it is stored once it was judged. */
type WithVerdict = ContactDocument & {
  readonly verdict?: Verdict & { readonly judgedAt: string };
};

/** The contacts with their verdicts, by the same rules as the deployed function, of all calls there are. */
export function judgeWeek(
  contacts: readonly ContactDocument[],
  calls: readonly CallDocument[],
  now: Date,
): readonly WithVerdict[] {
  const brokenOff = new Set(
    contacts
      .filter((contact) => contact.potentialDisconnectIssue === 'AGENT_CONNECTIVITY_ISSUE')
      .map(({ contactId }) => contactId),
  );
  const nearby = calls
    .filter(({ rating }) => rating !== 'unclassified')
    .map((call) => nearbyOf(call, brokenOff));
  return contacts.map((contact) => {
    // Who has nothing to complain of needs nobody to be compared with.
    const evidence = judgedContact.parse(contact);
    if (!verdictOn(evidence, [], limits)) return contact;
    const at = Date.parse(contact.initiatedAt);
    const around = nearby.filter(({ from }) => Math.abs(from - at) < farthestMillis);
    const verdict = verdictOn(evidence, around, limits);
    return verdict ? { ...contact, verdict: { ...verdict, judgedAt: now.toISOString() } } : contact;
  });
}

function nearbyOf(call: CallDocument, brokenOff: ReadonlySet<string>): NearbyCall {
  const { contactId, agent, startedAt, endedAt = startedAt, rating } = call;
  return {
    contactId,
    agent,
    from: Date.parse(startedAt),
    to: Date.parse(endedAt),
    isPoor: rating === 'poor' || brokenOff.has(contactId),
    place: placeNames(call),
  };
}
