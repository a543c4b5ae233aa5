import type { Clock } from './clock.ts';

/** A clock for tests: time passes only when the test lets it, and then at once. */
export type VirtualClock = Clock & {
  /** Lets all that is due within that time happen, in the order of time. */
  pass(millis: number): Promise<void>;
};

export function virtualClock(start = Date.UTC(2026, 10, 21, 10)): VirtualClock {
  let now = start;
  let timers: { readonly at: number; readonly ring: () => void }[] = [];
  return {
    now: () => now,
    sleep: (millis, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) return resolve();
        const timer = { at: now + millis, ring: resolve };
        timers.push(timer);
        signal?.addEventListener('abort', () => {
          timers = timers.filter((other) => other !== timer);
          resolve();
        });
      }),
    async pass(millis) {
      const end = now + millis;
      await settle();
      for (;;) {
        const [next] = timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at);
        if (!next) break;
        now = next.at;
        timers = timers.filter((timer) => timer !== next);
        next.ring();
        await settle();
      }
      now = end;
    },
  };
}

/** Lets promises that are ready run, and what they make ready: enough turns for a dozen messages in a row. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 250; turn++) await Promise.resolve();
}
