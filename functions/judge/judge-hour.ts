import {
  callToJudge,
  evidenceOf,
  type JudgedCall,
  type JudgedContact,
} from '../../model/verdict/evidence-of.ts';
import { judgeContact } from '../../model/verdict/judge-contact.ts';
import type { VerdictLimits } from '../../model/verdict/limits.ts';
import type { Verdict } from '../../model/verdict/verdict.ts';
import type { Ask } from '../query/ask.ts';
import { callsAround } from './calls-around.ts';
import { brokenOff, contactsOfHour, type FoundContact } from './contacts-of-hour.ts';
import { type NearbyCall, placeNames } from './nearby-call.ts';
import { neighbourhoodOf } from './neighbourhood.ts';
import type { Stretch } from './stretch.ts';

/** The contacts of an hour that are to be judged, and the calls around theirs. */
export type HourToJudge = { readonly found: readonly FoundContact[]; readonly calls: readonly NearbyCall[] };
/** A contact with its verdict; undefined where there is nothing to complain of. */
export type Judged = FoundContact & { readonly verdict: Verdict | undefined };

/**
 * Reads what the contacts of an hour are judged by.
 *
 * @throws KnownError `unavailable`
 */
export async function readHour(hour: number, limits: VerdictLimits, ask: Ask): Promise<HourToJudge> {
  const found = await contactsOfHour(hour, limits, ask);
  const around = stretchAround(found, limits);
  const calls = around ? await callsAround(around, await brokenOff(around, ask), ask) : [];
  return { found, calls };
}

/** From the first call of these contacts to the last, and as long before and after as they are compared. */
function stretchAround(found: readonly FoundContact[], { hourMinutes }: VerdictLimits): Stretch | undefined {
  const times = found.flatMap(({ contact }) => timesOf(callToJudge(contact)) ?? []);
  if (times.length === 0) return undefined;
  const more = hourMinutes * 60_000;
  return {
    from: Math.min(...times.map(({ from }) => from)) - more,
    to: Math.max(...times.map(({ to }) => to)) + more,
  };
}

/** Whose fault a contact is, by the calls around its own; pure. */
export function verdictOn(
  contact: JudgedContact,
  calls: readonly NearbyCall[],
  limits: VerdictLimits,
): Verdict | undefined {
  const its = callToJudge(contact);
  const times = timesOf(its);
  const neighbours =
    its && times
      ? neighbourhoodOf({ agent: its.agent, ...times, place: placeNames(its) }, calls, limits)
      : { scopes: {}, sites: [], providers: [] };
  const verdict = judgeContact(evidenceOf(contact), neighbours, limits);
  return verdict && { ...verdict, ...(its ? { agent: its.agent } : {}) };
}

/** A call whose end nobody told lasted as long as it was measured. */
function timesOf(call: JudgedCall | undefined): Stretch | undefined {
  if (!call) return undefined;
  const from = Date.parse(call.startedAt);
  const { good, fair, poor, unclassified } = call.toAgent.seconds;
  const measuredMillis = (good + fair + poor + unclassified) * 1000;
  return { from, to: call.endedAt === undefined ? from + measuredMillis : Date.parse(call.endedAt) };
}
