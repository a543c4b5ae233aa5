import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bucketPercentile } from './bucket-percentile.ts';
import { bucketFields, bucketOf } from './buckets.ts';
import { type WindowFigure, windowBuckets, windowFigures } from './window-buckets.ts';

function countsOf(figure: WindowFigure, values: readonly number[]): number[] {
  const counts = new Array<number>(windowBuckets[figure].bounds.length + 1).fill(0);
  for (const value of values) {
    const bucket = bucketOf(windowBuckets[figure], value);
    counts[bucket] = (counts[bucket] ?? 0) + 1;
  }
  return counts;
}

const highest = { roundTripTimeMillis: 3000, jitterMillis: 400, packetsLostPercent: 100, mos: 4.41 };
const values = (figure: WindowFigure) =>
  fc.array(fc.double({ min: windowBuckets[figure].least, max: highest[figure], noNaN: true }), {
    minLength: 1,
    maxLength: 60,
  });

test.each(windowFigures)('of %s, lies within the bucket of the true one', (figure) => {
  const buckets = windowBuckets[figure];
  fc.assert(
    fc.property(
      values(figure),
      fc.integer({ min: 1, max: 100 }),
      fc.boolean(),
      (values, percentile, known) => {
        const sorted = [...values].sort((a, b) => a - b);
        const truth = sorted[Math.ceil((values.length * percentile) / 100) - 1] ?? Number.NaN;
        const most = known ? Math.max(...values) : null;
        const estimate = bucketPercentile(buckets, countsOf(figure, values), percentile, most) ?? Number.NaN;
        const bucket = bucketOf(buckets, truth);
        expect(estimate).toBeGreaterThanOrEqual(Math.min(buckets.bounds[bucket - 1] ?? buckets.least, truth));
        expect(estimate).toBeLessThanOrEqual(buckets.bounds[bucket] ?? most ?? highest[figure]);
        if (most !== null) expect(estimate).toBeLessThanOrEqual(most);
      },
    ),
  );
});

test('of nothing there is none', () => {
  expect(bucketPercentile(windowBuckets.mos, countsOf('mos', []), 50)).toBeNull();
});

test('above the last bound, nothing is said of a figure without end', () => {
  const { roundTripTimeMillis: buckets } = windowBuckets;
  expect(bucketPercentile(buckets, countsOf('roundTripTimeMillis', [2500, 9000]), 95)).toBe(2000);
  expect(bucketPercentile(buckets, countsOf('roundTripTimeMillis', [2500, 9000]), 100, 9000)).toBe(9000);
});

test('fields have names that nest nothing, and each its own', () => {
  for (const figure of windowFigures) {
    const fields = bucketFields(windowBuckets[figure]);
    expect(new Set(fields).size).toBe(windowBuckets[figure].bounds.length + 1);
    for (const field of fields) expect(field).toMatch(/^(le\d+(_\d+)?|above)$/);
  }
});
