import type { ReadinessChange } from '../../../model/messages/readiness.ts';
import { type ReadinessKind, readinessKinds } from '../../../model/messages/readiness-kinds.ts';
import { readinessLimits } from './limits.ts';
import { type Source, sources } from './sources.ts';

/** What is the case now, and since when, in epoch milliseconds. */
type Since<Name extends string> = Readonly<Partial<Record<Name, number>>>;

/** Whether the agent could take a call, as far as it is known. */
export type Readiness = {
  /** Signed in; the rest is not watched before. */
  readonly signedIn: boolean;
  /** In a call nothing new is raised: what is wrong then, the call's own warnings say. */
  readonly talking: boolean;
  readonly facts: Since<Source>;
  readonly raised: Since<ReadinessKind>;
  readonly tickedAt?: number;
  /** When the softphone last said anything. */
  readonly heardAt?: number;
  readonly failedCalls: number;
  readonly looksTwice: number;
  /** Since when the timer has run regularly. */
  readonly regularSince?: number;
};

export const newReadiness: Readiness = {
  signedIn: false,
  talking: false,
  facts: {},
  raised: {},
  failedCalls: 0,
  looksTwice: 0,
};

const { frozenMillis, settledMillis, silentMillis, failedCalls, looksTwice } = readinessLimits;

/** A source says what is the case. */
export function withFact(before: Readiness, source: Source, present: boolean, at: number): Readiness {
  if ((before.facts[source] !== undefined) === present) return before;
  const { [source]: _, ...others } = before.facts;
  return settled({ ...before, facts: present ? { ...others, [source]: at } : others }, at);
}

/** The agent signs in or out, begins to talk or has ended. */
export function withAgent(
  before: Readiness,
  { signedIn, talking }: Pick<Readiness, 'signedIn' | 'talking'>,
  at: number,
): Readiness {
  if (before.signedIn === signedIn && before.talking === talking) return before;
  const isNew = signedIn && !before.signedIn;
  const anew = isNew ? { heardAt: at, failedCalls: 0 } : {};
  return settled({ ...before, ...anew, signedIn, talking }, at);
}

/**
 * The page's timer has run. A gap is one by the clock on the wall: the clock of the page itself stands still while the
 * computer sleeps (High Resolution Time, §4).
 *
 * @param twice whether another page of this browser has the softphone open
 */
export function withTick(before: Readiness, twice: boolean, at: number): Readiness {
  const { tickedAt = at } = before;
  const isGap = at - tickedAt > frozenMillis;
  const looks = twice ? before.looksTwice + 1 : 0;
  const ticked = {
    ...before,
    tickedAt: at,
    looksTwice: looks,
    // What came meanwhile was not heard.
    ...(isGap ? { regularSince: at, heardAt: at } : {}),
  };
  const frozen = isGap
    ? withFact(ticked, 'pageFrozen', true, tickedAt)
    : at - (ticked.regularSince ?? at) >= settledMillis
      ? withFact(ticked, 'pageFrozen', false, at)
      : ticked;
  const twiceNow = withFact(frozen, 'softphoneTwice', looks >= looksTwice, at);
  const { heardAt = at } = twiceNow;
  return at - heardAt > silentMillis ? withFact(twiceNow, 'connectionSilent', true, at) : twiceNow;
}

/** The softphone has said something, whatever it was. */
export function withHeard(before: Readiness, at: number): Readiness {
  return withFact({ ...before, heardAt: at }, 'connectionSilent', false, at);
}

/** A call of the agent API has ended: well, or not. */
export function withApiCall(before: Readiness, failed: boolean, at: number): Readiness {
  const inARow = failed ? before.failedCalls + 1 : 0;
  return withFact({ ...before, failedCalls: inARow }, 'agentApiFailing', inARow >= failedCalls, at);
}

/** What has begun or ended between two states. */
export function changesBetween(before: Readiness, after: Readiness, at: number): ReadinessChange[] {
  return readinessKinds.flatMap((kind): ReadinessChange[] => {
    const [was, is] = [before.raised[kind], after.raised[kind]];
    if ((was === undefined) === (is === undefined)) return [];
    return [{ kind, present: is !== undefined, at: new Date(is ?? at).toISOString() }];
  });
}

/** What is raised, of what is the case. */
function settled(readiness: Readiness, at: number): Readiness {
  const { signedIn, talking, facts, raised: before } = readiness;
  const raised = Object.fromEntries(
    readinessKinds.flatMap((kind) => {
      const since = earliestOf(kind, facts);
      if (!signedIn || since === undefined) return [];
      const known = before[kind];
      if (known !== undefined) return [[kind, known]];
      return talking ? [] : [[kind, kind === 'pageFrozen' ? since : at]];
    }),
  );
  return { ...readiness, raised };
}

function earliestOf(kind: ReadinessKind, facts: Since<Source>): number | undefined {
  const its = (Object.keys(facts) as Source[]).filter((source) => sources[source].kind === kind);
  return its.map((source) => facts[source]).sort()[0];
}
