import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ticksOf } from './ticks.ts';

const at = (text: string) => Date.parse(`2026-03-04T${text}Z`);

test('labels round times of the clock', () => {
  expect(ticksOf(at('10:00:07'), at('10:02:40'), 6, 0)).toEqual({
    at: [at('10:00:30'), at('10:01:00'), at('10:01:30'), at('10:02:00'), at('10:02:30')],
    hasSeconds: true,
  });
  // Where clocks are half an hour off, full hours are too.
  const ofHalf = ticksOf(at('10:00:00'), at('14:00:00'), 4, 30 * 60_000);
  expect(ofHalf).toEqual({
    at: ['10:30', '11:30', '12:30', '13:30'].map((text) => at(`${text}:00`)),
    hasSeconds: false,
  });
});

test('however long the stretch, there are some and not too many, all within', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2e12 }),
      fc.integer({ min: 1000, max: 4e9 }),
      fc.integer({ min: 2, max: 8 }),
      (from, length, most) => {
        const { at } = ticksOf(from, from + length, most, 0);
        expect(at.length).toBeLessThanOrEqual(most + 1);
        expect(at.every((tick) => tick >= from && tick <= from + length)).toBe(true);
        expect(new Set(at.slice(1).map((tick, i) => tick - (at[i] ?? 0))).size).toBeLessThanOrEqual(1);
      },
    ),
  );
});
