/** How long somebody who has something better to do than wait gives a service. */
export type Patience = {
  /** Until when it may take now, in epoch milliseconds. */
  readonly until: () => number;
  /** It did not do it in that time. */
  readonly wasInVain: () => void;
};

/** Long enough for a busy search service; an ingest has 10 s in all, and half of that is for the queue. */
const usualMillis = 4000;
/** A healthy search service takes a tenth of this. */
const shortMillis = 400;
const shortForMillis = 10_000;

/**
 * The patience of one process with the search service. Whoever has waited in vain hardly waits for the next seconds, so
 * that a service which hangs does not hang all that comes in; but each tries, so that nothing goes another way for long.
 *
 * @param millis for how long it is usually waited
 */
export function makePatience(now: () => number = Date.now, millis: number = usualMillis): Patience {
  let shortUntil = Number.NEGATIVE_INFINITY;
  return {
    until: () => now() + (now() < shortUntil ? shortMillis : millis),
    wasInVain: () => {
      // Not put off by a try that was short itself: a slow service must get the usual time again.
      if (now() >= shortUntil) shortUntil = now() + shortForMillis;
    },
  };
}
