import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stretchesOf } from './stretches.ts';

const halfHour = fc.record({ at: fc.nat(), summaries: fc.integer({ min: 1, max: 30_000 }) });

test('each half hour is in one stretch, in the same order, and none is more than a busy one', () => {
  fc.assert(
    fc.property(fc.array(halfHour), (halfHours) => {
      const stretches = stretchesOf('an-index', 7, halfHours);
      expect(stretches.flatMap((stretch) => stretch.halfHours)).toEqual(halfHours.map(({ at }) => at));
      let next = 0;
      for (const { halfHours: own } of stretches) {
        const some = halfHours.slice(next, next + own.length);
        next += own.length;
        const all = some.reduce((sum, { summaries }) => sum + summaries, 0);
        expect(own.length === 1 || all <= 10_000).toBe(true);
      }
    }),
  );
});

test('quiet ones are put together', () => {
  const quiet = Array.from({ length: 100 }, (_, i) => ({ at: i, summaries: 5 }));
  expect(stretchesOf('an-index', 7, quiet).map(({ halfHours }) => halfHours.length)).toEqual([48, 48, 4]);
});
