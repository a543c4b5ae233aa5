import { aborted } from '../push/aborted.ts';

const lockName = 'softphone-page';

/**
 * Says that this page is open, until the signal aborts or the page is gone: the browser itself takes the mark away (Web
 * Locks API, shared lock).
 */
export function markPageOpen(ends: AbortSignal): void {
  void navigator.locks?.request(lockName, { mode: 'shared' }, () => aborted(ends));
}

/** True where another tab of this browser has the page open too. Without the API nobody knows: then no. */
export async function otherPagesOpen(): Promise<boolean> {
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  return held.filter((lock) => lock.name === lockName).length > 1;
}
