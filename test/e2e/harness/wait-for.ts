import { setTimeout as pause } from 'node:timers/promises';
import { inLines } from './in-lines.ts';

export type Patience = {
  /** Milliseconds after which waiting ends in an error; what comes early costs nothing of them. */
  readonly within?: number;
  /** Milliseconds between two looks. */
  readonly every?: number;
};

/** Enough for a machine that is busy with everything else, too. */
export const patienceMillis = 90_000;

/**
 * Looks again and again until what is seen is as wanted, and gives that.
 *
 * @param what completes the sentence "waited for …"
 * @throws Error that says what was waited for and what was seen last
 */
export async function waitFor<Seen>(
  what: string,
  look: () => Promise<Seen> | Seen,
  isWanted: (seen: Seen) => boolean,
  { within = patienceMillis, every = 200 }: Patience = {},
): Promise<Seen> {
  const deadline = Date.now() + within;
  for (;;) {
    const seen = await look();
    if (isWanted(seen)) return seen;
    if (Date.now() > deadline) {
      throw new Error(`Waited ${within / 1000} s for ${what}; last seen: ${inLines(seen)}`);
    }
    await pause(every);
  }
}
