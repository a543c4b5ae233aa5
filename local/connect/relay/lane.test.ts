import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Clock, Lane } from './lane.ts';
import { CLEAN_PATH } from './network.ts';
import { seededRandom } from './random.ts';

const RTCP = Uint8Array.from([0x80, 200]);

/** A clock that stands still until it is told to go on. */
class VirtualClock implements Clock {
  #now = 0;
  #timers: { at: number; run: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  after(milliseconds: number, run: () => void): void {
    this.#timers.push({ at: this.#now + milliseconds, run });
  }

  goTo(time: number): void {
    this.#timers.sort((a, b) => a.at - b.at);
    while (this.#timers[0] && this.#timers[0].at <= time) {
      const timer = this.#timers.shift();
      this.#now = timer?.at ?? time;
      timer?.run();
    }
    this.#now = time;
  }
}

/** Sends RTP packets 20 ms apart and gives when each left, by its number. */
function run(packets: number, faults: Partial<typeof CLEAN_PATH>, seed = 1) {
  const clock = new VirtualClock();
  const lane = new Lane(seededRandom(seed), clock);
  lane.faults = { ...CLEAN_PATH, ...faults };
  const left: { number: number; at: number }[] = [];
  for (let number = 0; number < packets; number += 1) {
    clock.goTo(number * 20);
    lane.pass(Uint8Array.from([0x80, 111, number >> 8, number & 255]), ([, , high = 0, low = 0]) =>
      left.push({ number: high * 256 + low, at: clock.now() }),
    );
  }
  clock.goTo(packets * 20 + 100_000);
  return { left, counts: lane.counts };
}

test('a clean lane passes everything at once', () => {
  const { left, counts } = run(3, {});
  expect(left).toEqual([0, 1, 2].map((number) => ({ number, at: number * 20 })));
  expect(counts).toEqual({ forwarded: 3, dropped: 0, delayMs: 0 });
});

test('a delay is constant and is what the counts say', () => {
  const { left, counts } = run(100, { delayMs: 60 });
  expect(left.every(({ number, at }) => at === number * 20 + 60)).toBe(true);
  expect(counts.delayMs).toBe(60);
});

test('before the first packet there is no delay to tell of', () => {
  expect(run(0, { delayMs: 60 }).counts).toEqual({ forwarded: 0, dropped: 0 });
});

test('whatever the faults, the order stays and every packet is counted', () => {
  const faults = fc.record({
    lossPercent: fc.integer({ min: 0, max: 100 }),
    delayMs: fc.integer({ min: 0, max: 500 }),
    jitterMs: fc.integer({ min: 0, max: 200 }),
  });
  fc.assert(
    fc.property(faults, fc.integer(), (which, seed) => {
      const { left, counts } = run(200, which, seed);
      const numbers = left.map(({ number }) => number);
      expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
      expect(counts.forwarded).toBe(left.length);
      expect(counts.forwarded + counts.dropped).toBe(200);
      for (const { number, at } of left) expect(at).toBeGreaterThanOrEqual(number * 20 + which.delayMs - 1);
    }),
    { numRuns: 50 },
  );
});

test('jitter is what RFC 3550 would measure', () => {
  const { left } = run(5_000, { jitterMs: 5 });
  const transits = left.map(({ number, at }) => at - number * 20);
  const changes = transits.slice(1).map((transit, index) => Math.abs(transit - (transits[index] ?? 0)));
  const mean = changes.reduce((sum, each) => sum + each, 0) / changes.length;
  expect(Math.abs(mean - 5)).toBeLessThan(0.5);
});

test('what is not RTP is delayed but neither dropped nor counted', () => {
  const clock = new VirtualClock();
  const lane = new Lane(seededRandom(1), clock);
  lane.faults = { lossPercent: 100, delayMs: 30, jitterMs: 50 };
  let passedAt: number | undefined;
  lane.pass(RTCP, () => {
    passedAt = clock.now();
  });
  clock.goTo(1_000);
  expect(passedAt).toBe(30);
  expect(lane.counts).toEqual({ forwarded: 0, dropped: 0 });
});
