/** How often in a row a receiver has failed, and until when, in epoch milliseconds, it is left alone. */
export type RetryPause = { readonly failures: number; readonly retryAt: number };

const firstMillis = 5000;

/** When a receiver is tried again: ever later, and not before it wants to be. */
export function retryPause(
  failures: number,
  failure: { readonly retryAfterMillis?: number | undefined } | undefined,
  longestMillis: number,
  now: number,
): RetryPause {
  if (!failure) return { failures: 0, retryAt: 0 };
  const own = Math.min(longestMillis, firstMillis * 2 ** Math.min(failures, 10));
  return { failures: failures + 1, retryAt: now + Math.max(own, failure.retryAfterMillis ?? 0) };
}
