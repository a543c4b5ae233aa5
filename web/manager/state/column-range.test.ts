import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnRange } from './column-range.ts';

const hour = 3_600_000;
const start = Date.parse('2026-11-18T10:00:00Z');
const times = [0, 1, 2].map((i) => start + i * hour);
const end = start + 3 * hour;
const iso = (hours: number) => new Date(start + hours * hour).toISOString();

test('a click is the column below it', () => {
  expect(columnRange(times, end, start + 1.5 * hour, start + 1.5 * hour)).toEqual({
    kind: 'fixed',
    from: iso(1),
    to: iso(2),
  });
});

test('a stretch is all columns that it touches, the last one to its end', () => {
  expect(columnRange(times, end, start + 0.9 * hour, start + 2.1 * hour)).toEqual({
    kind: 'fixed',
    from: iso(0),
    to: iso(3),
  });
});

test('what lies wholly before the first column is nothing', () => {
  expect(columnRange(times, end, start - 2 * hour, start - hour)).toBeUndefined();
  expect(columnRange([], end, start, start)).toBeUndefined();
});

test('whatever is dragged over, the range ends after it begins and holds it', () => {
  const at = fc.integer({ min: start, max: end - 1 });
  fc.assert(
    fc.property(at, at, (a, b) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b)];
      const range = columnRange(times, end, from, to);
      expect(range?.kind).toBe('fixed');
      if (range?.kind !== 'fixed') return;
      expect(Date.parse(range.from)).toBeLessThanOrEqual(from);
      expect(Date.parse(range.to)).toBeGreaterThan(to);
    }),
  );
});
