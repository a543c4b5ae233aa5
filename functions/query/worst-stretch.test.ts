import fc from 'fast-check';
import { expect, test } from 'vitest';
import { worstStretch } from './worst-stretch.ts';

test('finds the run with the largest sum', () => {
  expect(worstStretch([-1, 2, -1, 3, -5, 4])).toEqual({ first: 1, last: 3, sum: 4 });
  expect(worstStretch([0, -1])).toBeUndefined();
  expect(worstStretch([])).toBeUndefined();
});

test('no other run has a larger sum', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { maxLength: 12 }), (values) => {
      const runs = values.flatMap((_, first) =>
        values
          .slice(first)
          .map((__, length) => values.slice(first, first + length + 1).reduce((a, b) => a + b, 0)),
      );
      const best = Math.max(0, ...runs);
      const found = worstStretch(values);
      expect(found?.sum ?? 0).toBe(best);
      if (found) expect(values.slice(found.first, found.last + 1).reduce((a, b) => a + b, 0)).toBe(best);
    }),
  );
});
