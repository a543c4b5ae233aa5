import type { Clock } from './clock.ts';

/** A sleep that can be ended early; a wake-up that comes just before it counts too. */
export type Nap = {
  sleep(millis: number, signal: AbortSignal): Promise<void>;
  wake(): void;
};

export function createNap(clock: Clock): Nap {
  let alarm = new AbortController();
  return {
    async sleep(millis, signal) {
      await clock.sleep(millis, AbortSignal.any([alarm.signal, signal]));
      alarm = new AbortController();
    },
    wake: () => alarm.abort(),
  };
}
