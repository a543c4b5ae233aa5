import { type Finding, found, passed } from './finding.ts';
import { median } from './median.ts';

const times = 5;
const patienceMillis = 5_000;

type Fetch = (url: string, init: RequestInit) => Promise<unknown>;

/**
 * Asks an address a few times, and gives how long its answers took, ms, without the first: that one also looks up the name
 * and opens the connection. Whatever is answered counts, and nobody reads it (`no-cors`). Rejects where nothing answers.
 */
export async function askRepeatedly(
  url: string,
  signal: AbortSignal,
  ask: Fetch = (address, init) => fetch(address, init),
  now: () => number = () => performance.now(),
): Promise<number[]> {
  const init = {
    mode: 'no-cors',
    cache: 'no-store',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  } as const;
  const took: number[] = [];
  for (let time = 0; time <= times; time += 1) {
    signal.throwIfAborted();
    const began = now();
    await ask(url, { ...init, signal: AbortSignal.timeout(patienceMillis) });
    took.push(now() - began);
  }
  return took.slice(1);
}

/** @param took how long answers took, ms; nothing where none came */
export function judgeRoundTrip(took: readonly number[] | undefined, limitMillis: number): Finding {
  const value = median(took ?? []);
  if (value === undefined) return found('limited', 'unreachable');
  return value > limitMillis ? found('limited', 'highRoundTrip', value) : passed(value);
}
