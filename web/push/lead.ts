/**
 * Runs `work` in one tab of this origin at a time: the others wait until that tab is closed, crashes or gives up. The
 * browser itself frees the lock (Web Locks API), so no tab has to be believed alive. A browser without the API, or a
 * page that is not served securely, works without asking.
 *
 * Resolves when the signal aborts or the work ends.
 */
export async function lead(
  name: string,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<void>,
  locks: Pick<LockManager, 'request'> | null = navigator.locks ?? null,
): Promise<void> {
  if (!locks) return work(signal);
  try {
    await locks.request(name, { signal }, () => work(signal));
  } catch (fault) {
    if (!signal.aborted) throw fault;
  }
}
