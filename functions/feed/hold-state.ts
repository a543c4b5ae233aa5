import type { KeptState, StateObject } from '../clients/state-object.ts';
import { KnownError } from '../errors.ts';

/** What a function that runs again and again keeps between its runs. */
export type Holdable = {
  /** Until when, in epoch milliseconds, nobody but the run that wrote this may go on. */
  readonly heldUntil: number;
};

/** Such a state, as long as nobody else may go on from it. */
export type Held<State extends Holdable> = {
  readonly state: State;
  /**
   * Keeps how far it is, and goes on holding it.
   *
   * @throws KnownError `conflict` when somebody else has taken it, or changed it: end at once
   */
  readonly keep: (state: State) => Promise<Held<State>>;
  /** Keeps how far it is, for whoever comes next. Throws as `keep` does. */
  readonly release: (state: State) => Promise<void>;
};

export type Holding = {
  readonly object: StateObject;
  readonly now: () => number;
  readonly pause: (millis: number) => Promise<unknown>;
};

/** Long enough to post twice; whoever follows a run that broke down waits for so long. */
const holdMillis = 20_000;
/** Less than that left, and it is to be renewed before anything is posted, which takes half of it at most. */
export const leastHoldMillis = 10_000;
const lookAgainMillis = 1000;
/** A run that goes on renews its hold at least so long before it ends. */
const patienceMillis = holdMillis + 5000;

/**
 * Takes over from the run before, where that one left it. Two that told the same receiver at the same time could bring
 * it something old after something new.
 *
 * @param read undefined of what this version does not know: that is as if nothing was kept
 * @returns undefined when another run goes on holding it
 */
export async function holdState<State extends Holdable>(
  { object, now, pause }: Holding,
  read: (kept: KeptState | undefined) => State | undefined,
  none: State,
): Promise<Held<State> | undefined> {
  const giveUpAt = now() + patienceMillis;
  for (;;) {
    const kept = await object.read();
    const state = read(kept);
    if ((state?.heldUntil ?? 0) <= now()) {
      const held = await hold(object, state ?? none, kept?.version, now);
      if (held) return held;
    }
    if (now() >= giveUpAt) return undefined;
    await pause(lookAgainMillis);
  }
}

async function hold<State extends Holdable>(
  object: StateObject,
  its: State,
  replaces: string | undefined,
  now: () => number,
): Promise<Held<State> | undefined> {
  const state = { ...its, heldUntil: now() + holdMillis };
  const version = await object.write(JSON.stringify(state), replaces);
  if (version === undefined) return undefined;
  return {
    state,
    keep: async (next) => (await hold(object, next, version, now)) ?? lost(),
    release: async (last) => {
      if ((await object.write(JSON.stringify({ ...last, heldUntil: 0 }), version)) === undefined) lost();
    },
  };
}

function lost(): never {
  throw new KnownError('conflict', 'The state was taken over, or changed, by somebody else.');
}
