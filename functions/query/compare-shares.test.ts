import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareShares } from './compare-shares.ts';

test.each([
  ['worse', { poor: 30, judged: 100 }, { poor: 50, judged: 1000 }],
  ['better', { poor: 50, judged: 1000 }, { poor: 30, judged: 100 }],
  ['asUsual', { poor: 6, judged: 100 }, { poor: 50, judged: 1000 }],
  ['asUsual', { poor: 0, judged: 100 }, { poor: 0, judged: 1000 }],
  ['tooFew', { poor: 19, judged: 19 }, { poor: 50, judged: 1000 }],
  ['tooFew', { poor: 19, judged: 190 }, { poor: 0, judged: 0 }],
] as const)('%s: %o beside %o', (verdict, own, others) => {
  expect(compareShares(own, others, 60).verdict).toBe(verdict);
});

test('certain but too small a difference is as usual', () => {
  const [own, others] = [
    { poor: 6_000, judged: 100_000 },
    { poor: 5_000, judged: 100_000 },
  ];
  const { chance, verdict } = compareShares(own, others, 60);
  expect(chance).toBeLessThan(1e-9);
  expect(verdict).toBe('asUsual');
});

test('of agents who all have the same share, hardly ever one is accused', () => {
  const agents = 60;
  let accused = 0;
  const shares = fc.array(fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 100, maxLength: 100 }), {
    minLength: agents,
    maxLength: agents,
  });
  for (const all of fc.sample(fc.noShrink(shares), { seed: 1, numRuns: 20 })) {
    const own = all.map((calls) => ({ poor: calls.filter((call) => call < 5).length, judged: calls.length }));
    const poor = own.reduce((sum, one) => sum + one.poor, 0);
    accused += own.filter(
      (one) =>
        compareShares(one, { poor: poor - one.poor, judged: 100 * (agents - 1) }, agents).verdict === 'worse',
    ).length;
  }
  expect(accused).toBeLessThanOrEqual(3);
});
