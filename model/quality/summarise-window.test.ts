import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultLimits } from './limits.ts';
import { meanOpinionScore } from './mos.ts';
import type { Sample } from './sample.ts';
import { summariseWindow } from './summarise-window.ts';

const quietSecond: Sample = {
  at: 0,
  packetsLost: 0,
  packetsCount: 50,
  jitterMillis: 4,
  roundTripTimeMillis: 80,
  audioLevel: 900,
  quiet: false,
};

/** Thirty seconds of a clean stream, changed second by second. */
function seconds(change: (second: number) => Partial<Sample> = () => ({}), length = 30): Sample[] {
  return Array.from({ length }, (_, i) => ({ ...quietSecond, at: i * 1000, ...change(i) }));
}

test('a clean window is good, with every figure', () => {
  expect(summariseWindow('audio_input', seconds(), defaultLimits)).toEqual({
    windowSeconds: 30,
    sampleCount: 30,
    packetsLost: 0,
    packetsCount: 1500,
    packetsLostPercent: 0,
    jitterMillis: { avg: 4, max: 4, p95: 4 },
    roundTripTimeMillis: { avg: 80, max: 80, p95: 80 },
    audioLevel: { avg: 900, max: 900 },
    silentSeconds: 0,
    mos: { avg: 4.357, min: 4.357 },
    rating: 'good',
    ratingReasons: [],
  });
});

test('concealment is a figure of the window where it was measured, and no figure where it was not', () => {
  const of = (change: (second: number) => Partial<Sample>) =>
    summariseWindow('audio_input', seconds(change), defaultLimits).concealedPercent;
  expect(of((i) => ({ concealedPercent: i < 3 ? 20 : 0 }))).toEqual({ avg: 2, max: 20, p95: 20 });
  expect(of((i) => ({ concealedPercent: i === 0 ? 6 : null }))).toEqual({ avg: 6, max: 6, p95: 6 });
  expect(of(() => ({ concealedPercent: null }))).toBeUndefined();
});

test('loss is of received and lost to the agent, and of sent from the agent', () => {
  const lossy = seconds(() => ({ packetsLost: 10, packetsCount: 40 }));
  expect(summariseWindow('audio_input', lossy, defaultLimits).packetsLostPercent).toBe(20);
  expect(summariseWindow('audio_output', lossy, defaultLimits).packetsLostPercent).toBe(25);
});

test('five bad seconds show in the lowest score, not in the average alone', () => {
  const burst = seconds((i) => (i >= 10 && i < 15 ? { packetsLost: 25, packetsCount: 25 } : {}));
  const { mos } = summariseWindow('audio_input', burst, defaultLimits);
  expect(mos?.min).toBeCloseTo(
    meanOpinionScore({ roundTripTimeMillis: 80, jitterMillis: 4, packetsLostPercent: 50 }) ?? 0,
    3,
  );
  expect(mos?.avg).toBeGreaterThan((mos?.min ?? 5) + 1);
});

test('what was not measured is absent, never 0, and never good', () => {
  const nothing = seconds(() => ({
    packetsLost: null,
    packetsCount: null,
    jitterMillis: null,
    roundTripTimeMillis: null,
    audioLevel: null,
  }));
  expect(summariseWindow('audio_output', nothing, defaultLimits)).toEqual({
    windowSeconds: 30,
    sampleCount: 30,
    rating: 'unclassified',
    ratingReasons: ['tooFewPackets'],
  });
});

test('the other direction lends its RTT, and the document says so', () => {
  const withoutRtt = seconds(() => ({ roundTripTimeMillis: null }));
  const summary = summariseWindow('audio_input', withoutRtt, defaultLimits, seconds());
  expect(summary.roundTripTimeMillis?.avg).toBe(80);
  expect(summary.roundTripTimeBorrowed).toBe(true);
  expect(summariseWindow('audio_input', withoutRtt, defaultLimits).mos).toBeUndefined();
});

test('a score without jitter says so', () => {
  const summary = summariseWindow(
    'audio_input',
    seconds(() => ({ jitterMillis: null })),
    defaultLimits,
  );
  expect(summary.mos?.withoutJitter).toBe(true);
  expect(summary.jitterMillis).toBeUndefined();
});

test('silence counts only while neither muted nor on hold', () => {
  const silent = seconds((i) => ({ audioLevel: i < 12 ? 1 : 500, quiet: i < 5 }));
  expect(summariseWindow('audio_output', silent, defaultLimits).silentSeconds).toBe(7);
});

test('fewer than 100 packets are not judged', () => {
  const short = summariseWindow(
    'audio_input',
    seconds(() => ({}), 1),
    defaultLimits,
  );
  expect(short).toMatchObject({ windowSeconds: 1, rating: 'unclassified', ratingReasons: ['tooFewPackets'] });
});

test.each([
  [{ roundTripTimeMillis: 301 }, 'fair', ['roundTripTime']],
  [{ roundTripTimeMillis: 501 }, 'poor', ['mos', 'roundTripTime']],
  [{ jitterMillis: 31 }, 'fair', ['jitter']],
  [{ packetsLost: 1, packetsCount: 49 }, 'fair', ['loss']],
  [{ packetsLost: 3, packetsCount: 47 }, 'poor', ['loss']],
] as const)('%o is %s', (change, rating, ratingReasons) => {
  const summary = summariseWindow(
    'audio_input',
    seconds(() => change),
    defaultLimits,
  );
  expect(summary).toMatchObject({ rating, ratingReasons });
});

test('a window never gets a better score by losing more', () => {
  const loss = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 10, maxLength: 60 });
  fc.assert(
    fc.property(loss, fc.nat(), (lost, which) => {
      const make = (losses: number[]) =>
        summariseWindow(
          'audio_input',
          seconds((i) => ({ packetsLost: losses[i] ?? 0, packetsCount: 60 - (losses[i] ?? 0) }), lost.length),
          defaultLimits,
        );
      const more = lost.map((n, i) => (i === which % lost.length ? Math.min(60, n + 5) : n));
      expect(make(more).mos?.avg).toBeLessThanOrEqual(make(lost).mos?.avg ?? 5);
      expect(make(more).mos?.min).toBeLessThanOrEqual(make(lost).mos?.min ?? 5);
    }),
  );
});
