import fc from 'fast-check';
import { expect, test } from 'vitest';
import { periodBefore } from './period-before.ts';

const week = 7 * 86_400_000;

test.each([
  [
    'an hour',
    '2026-11-18T09:00:00.000Z',
    '2026-11-18T10:00:00.000Z',
    '2026-11-11T09:00:00.000Z',
    '2026-11-11T10:00:00.000Z',
  ],
  [
    'a day with the same of last week, whatever the clocks did since',
    '2026-10-29T00:00:00.000Z',
    '2026-10-30T00:00:00.000Z',
    '2026-10-21T23:00:00.000Z',
    '2026-10-22T23:00:00.000Z',
  ],
  [
    'a week',
    '2026-11-09T00:00:00.000Z',
    '2026-11-16T00:00:00.000Z',
    '2026-11-02T00:00:00.000Z',
    '2026-11-09T00:00:00.000Z',
  ],
  [
    'thirty days with those five weeks earlier',
    '2026-06-01T00:00:00.000Z',
    '2026-07-01T00:00:00.000Z',
    '2026-04-27T00:00:00.000Z',
    '2026-05-27T00:00:00.000Z',
  ],
])('compares %s', (_, from, to, beforeFrom, beforeTo) => {
  const range = { from, to, zone: 'Europe/Lisbon', queue: ['Billing'] };
  expect(periodBefore(range)).toEqual({ ...range, from: beforeFrom, to: beforeTo });
});

test('the two never overlap, and neither is empty', () => {
  const zones = fc.constantFrom('UTC', 'Europe/Lisbon', 'America/Sao_Paulo', 'Australia/Lord_Howe');
  const start = fc.integer({ min: Date.UTC(2010, 0), max: Date.UTC(2026, 0) });
  const length = fc.oneof(
    fc.integer({ min: 1, max: 400 * 86_400_000 }),
    fc.constantFrom(week, 2 * week, 60_000),
  );
  fc.assert(
    fc.property(zones, start, length, (zone, from, millis) => {
      const iso = (at: number) => new Date(at).toISOString();
      const before = periodBefore({ from: iso(from), to: iso(from + millis), zone });
      expect(Date.parse(before.to)).toBeLessThanOrEqual(from);
      expect(Date.parse(before.from)).toBeLessThan(Date.parse(before.to));
    }),
    { numRuns: 500 },
  );
});
