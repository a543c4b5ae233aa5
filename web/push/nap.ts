import type { Clock } from './clock.ts';

/** A sleep that can be ended early; a wake-up that comes just before it counts too. */
export type Nap = {
  sleep(millis: number, signal: AbortSignal): Promise<void>;
  wake(): void;
};

export function createNap(clock: Clock): Nap {
  let alarm = new AbortController();
  const wake = () => alarm.abort();
  return {
    // Not AbortSignal.any: a joined signal that nobody else holds may be collected as garbage, and the nap never ends.
    async sleep(millis, signal) {
      if (signal.aborted) return;
      signal.addEventListener('abort', wake);
      await clock.sleep(millis, alarm.signal);
      signal.removeEventListener('abort', wake);
      alarm = new AbortController();
    },
    wake,
  };
}
