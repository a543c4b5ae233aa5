import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CallWindow } from './call-window.ts';
import { countWindows } from './count-windows.ts';
import { defaultLimits } from './limits.ts';
import { windowBuckets } from './window-buckets.ts';

const window = (more: Partial<CallWindow> = {}): CallWindow => ({
  streamType: 'audio_input',
  seconds: 30,
  rating: 'good',
  ratingReasons: [],
  ...more,
});
const roundTrip = (avg: number) => window({ roundTripTimeMillis: { avg, max: avg } });

test('counts windows by bucket and by the deployment’s limits', () => {
  const windows = [roundTrip(40), roundTrip(40.5), roundTrip(300), roundTrip(301), roundTrip(2500)];
  expect(countWindows(windows, defaultLimits)).toEqual({
    roundTripTimeMillis: {
      count: 5,
      sum: 3181.5,
      fairOrWorse: 2,
      poor: 1,
      buckets: { le40: 1, le60: 1, le300: 1, le400: 1, above: 1 },
    },
  });
  const strict = { ...defaultLimits, poor: { ...defaultLimits.poor, roundTripTimeMillis: 40 } };
  expect(countWindows(windows, strict).roundTripTimeMillis).toMatchObject({ fairOrWorse: 4, poor: 4 });
});

test('a low MOS is the bad one, and loss is of what was on the way', () => {
  const windows = [
    window({ mos: { avg: 3.0, min: 1 }, packetsLost: 0, packetsCount: 1500 }),
    window({ mos: { avg: 3.5, min: 1 }, packetsLost: 15, packetsCount: 1485 }),
    window({ mos: { avg: 3.6, min: 1 }, packetsLost: 90, packetsCount: 1410 }),
  ];
  expect(countWindows(windows, defaultLimits)).toEqual({
    mos: { count: 3, sum: 10.1, fairOrWorse: 2, poor: 1, buckets: { le3_1: 1, le3_6: 2 } },
    packetsLostPercent: {
      count: 3,
      sum: 7,
      fairOrWorse: 1,
      poor: 1,
      buckets: { le0: 1, le1: 1, le7_5: 1 },
    },
  });
});

test('leaves out what could not be judged, and says nothing of what nobody measured', () => {
  const short = window({ rating: 'unclassified', packetsLost: 1, packetsCount: 19 });
  expect(countWindows([short, window()], defaultLimits)).toEqual({});
});

test('each figure’s buckets add up to its count', () => {
  const figure = fc.double({ min: 0, max: 4000, noNaN: true });
  const windows = fc.array(
    fc.record({ rtt: figure, jitter: figure, lost: fc.nat(2000), count: fc.nat(2000) }).map((of) =>
      window({
        roundTripTimeMillis: { avg: of.rtt, max: of.rtt },
        jitterMillis: { avg: of.jitter, max: of.jitter },
        packetsLost: of.lost,
        packetsCount: of.count,
      }),
    ),
  );
  fc.assert(
    fc.property(windows, (windows) => {
      const counted = Object.entries(countWindows(windows, defaultLimits));
      for (const [figure, { count, buckets }] of counted) {
        expect(Object.values(buckets).reduce((sum, n) => sum + n, 0)).toBe(count);
        expect(windowBuckets).toHaveProperty(figure);
      }
    }),
  );
});
