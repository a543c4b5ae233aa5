import type { CDPSession } from 'playwright-core';
import { anotherCall, type Frame, recordedFrames } from './frames.ts';
import type { ScriptedPage } from './scripted-page.ts';

/** What a page holds, after everything that nobody uses has been collected. */
export type Held = {
  /** Calls that were over by then. */
  readonly calls: number;
  readonly heapBytes: number;
  readonly domNodes: number;
  readonly listeners: number;
  /** Rows that the browser keeps for the page, by database and store. */
  readonly rows: Readonly<Record<string, number>>;
};

export type Shift = {
  readonly calls: number;
  /** From the beginning of one call to that of the next. */
  readonly everyMillis: number;
  /** After so many calls it is looked at what the page holds. */
  readonly lookAfter: readonly number[];
};

/** Lets an agent take one recorded call after the other, on the page's own clock; gives what the page held after some of them. */
export async function workShift(
  page: ScriptedPage,
  { calls, everyMillis, lookAfter }: Shift,
  tell: (progress: string) => void = () => {},
): Promise<Held[]> {
  const { frames } = recordedFrames();
  const session = await page.page.context().newCDPSession(page.page);
  const held: Held[] = [];
  for (let call = 0; call < calls; call++) {
    await page.play(callOf(frames, call * everyMillis), 1000);
    if (!lookAfter.includes(call + 1)) continue;
    held.push({ calls: call + 1, ...(await whatIsHeld(page, session)) });
    tell(`${call + 1} of ${calls} calls`);
  }
  return held;
}

/** The recorded call once more, of another contact. */
function callOf(frames: readonly Frame[], later: number): readonly Frame[] {
  return anotherCall(frames, crypto.randomUUID(), later);
}

async function whatIsHeld(page: ScriptedPage, session: CDPSession): Promise<Omit<Held, 'calls'>> {
  // Twice: what the first round finalises is freed by the second.
  for (let round = 0; round < 2; round++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  return { heapBytes: usedSize, domNodes: nodes, listeners: jsEventListeners, rows: await page.rows() };
}
