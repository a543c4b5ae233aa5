import type { Failure } from './answer.ts';

const firstMillis = 1000;
const longestMillis = 5 * 60_000;
/** A refusal is not mended by asking often: somebody has to change a setting, or sign in. */
const afterRefusalMillis = 60_000;
const refusals: readonly Failure[] = ['refused', 'signIn', 'older'];

/**
 * How long to wait before the next attempt, in milliseconds: doubling from a second to five minutes, half of it by
 * chance, so that a thousand pages do not come back in the same second (AWS Architecture Blog, "Exponential Backoff
 * And Jitter", equal jitter). What the server asked for is the least.
 *
 * @param attempt failed attempts in a row, from 1
 * @param chance 0…1
 */
export function backoffMillis(
  attempt: number,
  failure: Failure,
  chance: number,
  retryAfterMillis = 0,
): number {
  const doubled = Math.min(longestMillis, firstMillis * 2 ** Math.min(attempt - 1, 20));
  const least = refusals.includes(failure) ? afterRefusalMillis : 0;
  const ceiling = Math.max(doubled, least);
  const jittered = ceiling / 2 + (ceiling / 2) * chance;
  return Math.round(retryAfterMillis > 0 ? retryAfterMillis + (jittered / 2) * chance : jittered);
}
