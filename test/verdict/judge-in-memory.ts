import { verdictOn } from '../../functions/judge/judge-hour.ts';
import { judgedContact } from '../../model/verdict/evidence-of.ts';
import { defaultVerdictLimits } from '../../model/verdict/limits.ts';
import type { Verdict } from '../../model/verdict/verdict.ts';
import type { FleetCall } from './fleet.ts';
import { callDocumentOf, contactOf, nearbyOf } from './fleet-documents.ts';

export type Judged = { readonly call: FleetCall; readonly verdict: Verdict };

/** Judges an hour's calls as they would be stored, without storing them. */
export async function judgeInMemory(calls: readonly FleetCall[]): Promise<Judged[]> {
  const stored = await Promise.all(calls.map((call) => callDocumentOf(call)));
  const nearby = calls.flatMap((call, i) => {
    const document = stored[i];
    return document && document.rating !== 'unclassified' ? [nearbyOf(call, document)] : [];
  });
  return calls.flatMap((call, i) => {
    const contact = judgedContact.parse(contactOf(call, stored[i]));
    const verdict = verdictOn(contact, nearby, defaultVerdictLimits);
    return verdict ? [{ call, verdict }] : [];
  });
}
