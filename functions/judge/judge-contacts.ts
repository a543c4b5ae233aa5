import type { VerdictLimits } from '../../model/verdict/limits.ts';
import type { DocumentStore } from '../clients/document-store.ts';
import type { Telemetry } from '../edge/telemetry.ts';
import type { Ask } from '../query/ask.ts';
import type { FoundContact } from './contacts-of-hour.ts';
import { hoursToJudge } from './hours-to-judge.ts';
import { readHour, verdictOn } from './judge-hour.ts';
import { writeVerdicts } from './write-verdicts.ts';

export type JudgeDeps = {
  readonly ask: Ask;
  readonly store: DocumentStore;
  readonly limits: VerdictLimits;
  readonly telemetry: Pick<Telemetry, 'count' | 'warn'>;
};

/** So many contacts are judged, and then written: where everybody's calls are poor at once an hour has thousands. */
const atOnce = 100;

/**
 * Judges the contacts that something new is known of, or of those who are compared with them. By what is stored alone:
 * whatever came first, after the last of it the verdicts are the same; and a run that finds nothing new writes nothing.
 *
 * @param deadline in epoch milliseconds: what there is no time for is left to the next run
 * @param clock epoch milliseconds
 * @throws KnownError `unavailable`
 */
export async function judgeContacts(
  deps: JudgeDeps,
  now: Date,
  deadline: number,
  clock: () => number = Date.now,
): Promise<void> {
  const { ask, limits, telemetry } = deps;
  const hours = await hoursToJudge(limits, ask, now);
  for (const [i, hour] of hours.entries()) {
    const isDone = clock() < deadline && (await judgeHour(hour, deps, now, deadline, clock));
    if (isDone) continue;
    telemetry.warn('hours are left to the next run', { hours: hours.length - i });
    return;
  }
}

/** Whether there was time for all of it. */
async function judgeHour(
  hour: number,
  { ask, store, limits, telemetry }: JudgeDeps,
  now: Date,
  deadline: number,
  clock: () => number,
): Promise<boolean> {
  const { found, calls } = await readHour(hour, limits, ask);
  // Whose verdict is missing comes first: what there was no time for is not the same at each run.
  const inTurn = found.toSorted((a, b) => Number(isJudged(a)) - Number(isJudged(b)));
  for (let first = 0; first < inTurn.length; first += atOnce) {
    if (clock() >= deadline) return false;
    const judged = inTurn
      .slice(first, first + atOnce)
      .map((its) => ({ ...its, verdict: verdictOn(its.contact, calls, limits) }));
    const written = await writeVerdicts(judged, store, now, deadline);
    if (written > 0) telemetry.count('ContactsJudged', written, {});
  }
  return true;
}

const isJudged = ({ contact }: FoundContact) => contact.verdict !== undefined;
