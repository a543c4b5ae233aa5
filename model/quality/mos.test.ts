import fc from 'fast-check';
import { expect, test } from 'vitest';
import { meanOpinionScore } from './mos.ts';

const input = fc.record({
  roundTripTimeMillis: fc.double({ min: 0, max: 5000, noNaN: true }),
  jitterMillis: fc.double({ min: 0, max: 2000, noNaN: true }),
  packetsLostPercent: fc.double({ min: 0, max: 100, noNaN: true }),
});

// Worked out by hand from the formula (E = 180 ms in the second row: R = 87.2).
test.each([
  [50, 5, 0, 4.37],
  [150, 10, 0, 4.26],
  [300, 30, 0, 3.51],
  [300, 30, 1, 3.39],
  [400, 30, 3, 2.61],
  [500, 30, 10, 1.35],
])(
  'RTT %d ms, jitter %d ms, loss %d %% is MOS %d',
  (roundTripTimeMillis, jitterMillis, packetsLostPercent, mos) => {
    expect(meanOpinionScore({ roundTripTimeMillis, jitterMillis, packetsLostPercent })).toBeCloseTo(mos, 2);
  },
);

test.each([['roundTripTimeMillis'], ['jitterMillis'], ['packetsLostPercent']] as const)(
  'never rises when %s gets worse',
  (what) => {
    fc.assert(
      fc.property(input, fc.double({ min: 0, max: 5000, noNaN: true }), (call, more) => {
        const worse = { ...call, [what]: call[what] + more };
        expect(meanOpinionScore(worse)).toBeLessThanOrEqual((meanOpinionScore(call) ?? 0) + 1e-9);
      }),
    );
  },
);

test('stays on the scale', () => {
  fc.assert(
    fc.property(input, (call) => {
      const mos = meanOpinionScore(call);
      expect(mos).toBeGreaterThanOrEqual(1);
      expect(mos).toBeLessThan(4.42);
    }),
  );
});

test('is unknown, not good, without a round-trip time or a loss', () => {
  expect(meanOpinionScore({ packetsLostPercent: 0 })).toBeUndefined();
  expect(meanOpinionScore({ roundTripTimeMillis: 20 })).toBeUndefined();
  expect(meanOpinionScore({ roundTripTimeMillis: Number.NaN, packetsLostPercent: 0 })).toBeUndefined();
});

test('takes the delay as RTT + 10 ms where no jitter is known', () => {
  const call = { roundTripTimeMillis: 100, packetsLostPercent: 0 };
  expect(meanOpinionScore(call)).toBe(meanOpinionScore({ ...call, jitterMillis: 0 }));
});
