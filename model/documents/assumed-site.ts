import * as z from 'zod';
import type { ContactCall } from './contact-call.ts';
import type { ContactRecordPart } from './contact-record-part.ts';
import { inOrder } from './time-order.ts';

const dayMillis = 86_400_000;
/** An agent's place of last week is a guess worth having; an older one is not. */
export const siteHoldsMillis = 7 * dayMillis;
/** Of an agent who had no call yet, such as a new one, the next day's place is. */
export const siteWasMillis = dayMillis;

/** A call of an agent that tells where the agent was. */
export const sitedCall = z.object({ '@timestamp': z.string(), contactId: z.string(), site: z.string() });
export type SitedCall = z.infer<typeof sitedCall>;

/** Whose site is looked for, and as of when. */
export type SiteOf = { readonly agent: string; readonly at: string };

/**
 * Whether a contact has an agent, and no page told where the agent was: then the site is assumed to be that of another call.
 * Without that, coverage by site would miss just those contacts that it is about. Pure.
 *
 * @param calls of the contact
 */
export function siteToAssume(
  { channel, agent, initiatedAt }: ContactRecordPart,
  calls: readonly Pick<ContactCall, 'agent' | 'missed'>[],
): SiteOf | undefined {
  if (channel !== 'VOICE' || agent === undefined) return undefined;
  return calls.some((call) => call.agent === agent) ? undefined : { agent, at: initiatedAt };
}

/**
 * The call by which an agent's site is assumed: the last one that began until then, or else the first one after. It hangs on
 * the calls alone, not on when they came. Pure.
 *
 * @param calls of the agent; those beyond the bounds do no harm
 */
export function siteCall(at: string, calls: readonly SitedCall[]): SitedCall | undefined {
  const then = Date.parse(at);
  const began = (call: SitedCall) => Date.parse(call['@timestamp']);
  const sorted = [...calls].sort((a, b) => began(a) - began(b) || inOrder(a.contactId, b.contactId));
  const before = sorted.findLast((call) => began(call) <= then);
  if (before && then - began(before) <= siteHoldsMillis) return before;
  const after = sorted.find((call) => began(call) > then);
  return after && began(after) - then <= siteWasMillis ? after : undefined;
}
