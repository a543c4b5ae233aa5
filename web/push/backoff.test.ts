import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backoffMillis } from './backoff.ts';

test('doubles from a second to five minutes', () => {
  expect([1, 2, 3, 9, 10, 99].map((attempt) => backoffMillis(attempt, 'busy', 1))).toEqual([
    1000, 2000, 4000, 256_000, 300_000, 300_000,
  ]);
});

test('a refusal is not asked again within half a minute', () => {
  expect(backoffMillis(1, 'refused', 0)).toBe(30_000);
  expect(backoffMillis(1, 'signIn', 0)).toBe(30_000);
});

test('is never shorter than the server asked for, nor longer than five minutes beyond', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 200 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.nat(1_800_000),
      (attempt, chance, asked) => {
        const wait = backoffMillis(attempt, 'busy', chance, asked);
        expect(wait).toBeGreaterThanOrEqual(asked);
        expect(wait).toBeLessThanOrEqual(asked + 300_000);
        expect(wait).toBeGreaterThan(0);
      },
    ),
  );
});
