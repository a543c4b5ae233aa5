import type { SetAsideObjects } from '../clients/set-aside-objects.ts';
import { describeError } from '../edge/describe-error.ts';
import type { Telemetry } from '../edge/telemetry.ts';
import type { Refusal } from './put-back.ts';
import type { SetAside } from './set-aside.ts';
import { readSetAside } from './set-aside.ts';

/**
 * What can become of an object: it is stored now and deleted; still refused, and kept with the new reason; left because
 * the search service or the bucket could not be reached; left because nobody can read it; deleted because its contact or
 * agent was erased; or gone, by another replay.
 */
export const outcomes = ['stored', 'refused', 'unavailable', 'unreadable', 'erased', 'gone'] as const;
export type Outcome = (typeof outcomes)[number];
export type Counts = Readonly<Record<Outcome, number>>;

export type ReplayDeps = {
  readonly objects: SetAsideObjects;
  /** Throws when the service cannot be reached. */
  readonly putBack: (its: SetAside, deadline: number) => Promise<Refusal | 'stored' | 'erased'>;
  readonly telemetry: Pick<Telemetry, 'warn'>;
  readonly now?: () => number;
};
export type ReplayRequest = {
  readonly prefix: string;
  readonly after?: string | undefined;
  readonly limit: number;
};
export type ReplayAnswer = {
  readonly counts: Counts;
  /** Where to go on; absent when all are done, or nothing can be done now. */
  readonly after?: string;
};

const atOnce = 10;
/** Ample for one; what takes longer waits for a service that takes nothing now. */
const eachMillis = 15_000;

/** Puts back what lies in the bucket of failed records, as much as there is time for. */
export async function replayAll(
  { prefix, after, limit }: ReplayRequest,
  deps: ReplayDeps,
  deadline: number,
): Promise<ReplayAnswer> {
  const keys = await deps.objects.list(prefix, after, limit);
  const done: Outcome[] = [];
  for (let i = 0; i < keys.length && (deps.now ?? Date.now)() < deadline; i += atOnce) {
    const some = keys.slice(i, i + atOnce);
    const outcomesOfSome = await Promise.all(some.map((key) => replayOne(key, deps, deadline)));
    done.push(...outcomesOfSome);
    // One may be in an index that takes nothing now; when none can be stored, there is no use in going on.
    if (outcomesOfSome.every((outcome) => outcome === 'unavailable')) return { counts: count(done) };
  }
  const last = keys[done.length - 1];
  const isAll = done.length === keys.length && keys.length < limit;
  return { counts: count(done), ...(isAll || last === undefined ? {} : { after: last }) };
}

async function replayOne(key: string, deps: ReplayDeps, deadline: number): Promise<Outcome> {
  const { objects, putBack, telemetry, now = Date.now } = deps;
  try {
    const json = await objects.read(key);
    if (json === undefined) return 'gone';
    const its = readSetAside(json);
    if (!its) return 'unreadable';
    const outcome = await putBack(its, Math.min(deadline, now() + eachMillis));
    if (typeof outcome === 'object') {
      const { detail: _, ...rest } = its;
      await objects.write(
        key,
        JSON.stringify({ ...rest, ...outcome, failedAt: new Date(now()).toISOString() }),
      );
      return 'refused';
    }
    // Not before it is stored.
    await objects.remove(key);
    return outcome;
  } catch (error) {
    telemetry.warn('cannot put back now', { error: describeError(error) });
    return 'unavailable';
  }
}

function count(done: readonly Outcome[]): Counts {
  const of = (outcome: Outcome) => done.filter((one) => one === outcome).length;
  return Object.fromEntries(outcomes.map((outcome) => [outcome, of(outcome)])) as Record<Outcome, number>;
}
