import 'fake-indexeddb/auto';
import process from 'node:process';
import { setImmediate as turn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { openDB } from 'idb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { defaultLimits } from '../../model/quality/limits.ts';
import { recordedCall, scriptedStreams } from './scripted-streams.ts';
import { startMonitor } from './start-monitor.ts';

const hourMillis = 3_600_000;
/** A shift of eight hours, a call every eight minutes. */
const shift = { calls: 60, everyMillis: 8 * 60_000 };
/**
 * What a call may leave in memory. It is more than nothing because this test's database is in the same memory: the call's record and
 * the keys of its messages come to some 17 KB. The samples of its windows, say, would be 11 more.
 */
const mostPerCallBytes = 22_000;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

let posted = 0;
beforeEach(() => {
  posted = 0;
  vi.useFakeTimers({
    toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
    now: Date.UTC(2026, 10, 22, 8, 16, 28),
  });
  const page = new EventTarget();
  vi.stubGlobal('document', page);
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('fetch', async () => {
    posted++;
    return new Response('{"accepted":1}', { status: 202 });
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Until nothing is in the outbox: a database of memory needs no time, only turns. */
async function settled(): Promise<void> {
  for (let quiet = 0, before = posted; quiet < 12; quiet = before === posted ? quiet + 1 : 0) {
    before = posted;
    await turn();
  }
}

async function rows() {
  const [calls, outbox] = await Promise.all([openDB('softphone-calls'), openDB('softphone-outbox')]);
  const counts = {
    calls: await calls.count('calls'),
    waiting: await outbox.count('messages'),
    delivered: await outbox.count('delivered'),
  };
  calls.close();
  outbox.close();
  return counts;
}

/** Everything is sent, and what nobody uses is collected. */
async function heapBytes(): Promise<number> {
  await vi.waitUntil(async () => (await rows()).waiting === 0, { timeout: 20_000, interval: 5 });
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

test('a shift of 60 calls leaves nothing in memory but what is kept of them, and that is no more than two days', async () => {
  const { streams, say, listeners } = scriptedStreams();
  const monitor = startMonitor(
    {
      apiUrl: 'https://api.example',
      instanceId: '7f0c2d5e',
      pageVersion: '0.1.0',
      limits: defaultLimits,
      outboxDays: 14,
    },
    { onState: () => {} },
  );
  monitor.listen(streams, '2.28.2');
  const begun = Date.now();
  const take = async (call: number, later = call * shift.everyMillis) => {
    for (const frame of recordedCall(`00000000-0000-4000-8000-${String(call).padStart(12, '0')}`, later)) {
      await vi.advanceTimersByTimeAsync(Math.max(0, begun + frame.afterMillis - Date.now()));
      say(frame);
      await settled();
    }
  };
  const heap: number[] = [];
  for (let call = 0; call < shift.calls; call++) {
    await take(call);
    if ([4, 31, 59].includes(call)) heap.push(await heapBytes());
  }
  const [, middle = 0, late = 0] = heap;
  expect(await rows()).toMatchObject({ calls: shift.calls, waiting: 0 });
  expect(posted).toBeGreaterThan(shift.calls * 6);
  expect((late - middle) / 28).toBeLessThan(mostPerCallBytes);
  const heard = listeners();

  await vi.advanceTimersByTimeAsync(50 * hourMillis);
  await take(shift.calls, 60 * hourMillis);
  await heapBytes();
  expect(await rows()).toMatchObject({ calls: 1, waiting: 0 });
  expect((await rows()).delivered).toBeLessThan(30);
  expect(listeners()).toBe(heard);
  await monitor.stop();
  expect(listeners()).toBe(0);
});
