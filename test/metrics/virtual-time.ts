import { vi } from 'vitest';

/** From now on clocks show this, and timers go off as soon as everybody waits. */
export function startVirtualTime(at: string): void {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now: new Date(at) });
  const { setTimeout: fake } = globalThis;
  // A real one never goes off early, and the AWS SDK waits for parts of a millisecond until enough of them are over.
  vi.stubGlobal('setTimeout', (done: () => void, millis = 0) => fake(done, Math.ceil(millis)));
}

export function endVirtualTime(): void {
  vi.unstubAllGlobals();
  vi.useRealTimers();
}

/** What comes of something that waits by the virtual clock. */
export async function inVirtualTime<Value>(work: Promise<Value>): Promise<Value> {
  let isOver = false;
  const over = work.finally(() => {
    isOver = true;
  });
  over.catch(() => {});
  while (!isOver) await vi.advanceTimersToNextTimerAsync();
  return over;
}

/** Waits by the virtual clock. */
export function virtualPause(millis: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, millis));
}
