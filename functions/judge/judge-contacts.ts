import type { VerdictLimits } from '../../model/verdict/limits.ts';
import type { DocumentStore } from '../clients/document-store.ts';
import type { Telemetry } from '../edge/telemetry.ts';
import type { Ask } from '../query/ask.ts';
import { hoursToJudge } from './hours-to-judge.ts';
import { judgeHour } from './judge-hour.ts';
import { writeVerdicts } from './write-verdicts.ts';

export type JudgeDeps = {
  readonly ask: Ask;
  readonly store: DocumentStore;
  readonly limits: VerdictLimits;
  readonly telemetry: Pick<Telemetry, 'count' | 'warn'>;
};

/**
 * Judges the contacts that something new is known of, or of those who are compared with them. By what is stored alone:
 * whatever came first, after the last of it the verdicts are the same; and a run that finds nothing new writes nothing.
 *
 * @param deadline in epoch milliseconds: hours that there is no time for are left to the next run
 * @param clock epoch milliseconds
 * @throws KnownError `unavailable`
 */
export async function judgeContacts(
  { ask, store, limits, telemetry }: JudgeDeps,
  now: Date,
  deadline: number,
  clock: () => number = Date.now,
): Promise<void> {
  const hours = await hoursToJudge(limits, ask, now);
  for (const [i, hour] of hours.entries()) {
    if (clock() >= deadline) {
      telemetry.warn('hours are left to the next run', { hours: hours.length - i });
      return;
    }
    const judged = await judgeHour(hour, limits, ask);
    const written = await writeVerdicts(judged, store, now, deadline);
    if (written > 0) telemetry.count('ContactsJudged', written, {});
  }
}
