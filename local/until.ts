import { setTimeout as sleep } from 'node:timers/promises';

const PAUSE_MILLIS = 100;

/**
 * Asks again and again until the answer is yes.
 * @param signal ends the waiting; the promise is then rejected with its reason
 */
export async function until(isSo: () => Promise<boolean>, signal: AbortSignal): Promise<void> {
  while (!(await isSo())) await sleep(PAUSE_MILLIS, undefined, { signal });
}

/** Whether the URL answers, with 200 to 299. */
export async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    (response) => response.ok,
    () => false,
  );
}
