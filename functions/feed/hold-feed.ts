import { type FeedState, noFeedState } from '../../model/wfm/feed-state.ts';
import type { StateObject } from '../clients/state-object.ts';
import { KnownError } from '../errors.ts';
import { stateOf } from './kept-state.ts';

/** The feed, as long as nobody else may read on and tell. */
export type HeldFeed = {
  readonly state: FeedState;
  /**
   * Keeps how far it is, and goes on holding it.
   *
   * @throws KnownError `conflict` when somebody else has taken it, or an agent was taken out: end at once
   */
  readonly keep: (state: FeedState) => Promise<HeldFeed>;
  /** Keeps how far it is, for whoever comes next. Throws as `keep` does. */
  readonly release: (state: FeedState) => Promise<void>;
};

export type Holding = {
  readonly object: StateObject;
  readonly now: () => number;
  readonly pause: (millis: number) => Promise<unknown>;
};

/** Long enough to post twice; whoever follows a run that broke down waits for so long. */
const holdMillis = 20_000;
const lookAgainMillis = 1000;
/** A run that goes on renews its hold at least so long before it ends. */
const patienceMillis = holdMillis + 5000;

/**
 * Takes the feed over from the run before, where that one left it. Two that told the same receiver at the same time
 * could bring it an old status after a new one.
 *
 * @returns undefined when another run goes on holding it
 */
export async function holdFeed({ object, now, pause }: Holding): Promise<HeldFeed | undefined> {
  const giveUpAt = now() + patienceMillis;
  for (;;) {
    const kept = await object.read();
    // Where there is none that it knows, the replay brings all of it back.
    const state = stateOf(kept);
    if ((state?.heldUntil ?? 0) <= now()) {
      const held = await hold(object, state ?? noFeedState(new Date(now())), kept?.version, now);
      if (held) return held;
    }
    if (now() >= giveUpAt) return undefined;
    await pause(lookAgainMillis);
  }
}

async function hold(
  object: StateObject,
  its: FeedState,
  replaces: string | undefined,
  now: () => number,
): Promise<HeldFeed | undefined> {
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
  throw new KnownError('conflict', 'The feed was taken over, or changed, by somebody else.');
}
