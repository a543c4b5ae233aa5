import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexName, kindOfIndex, periodEnd, rotations } from './dated-index.ts';
import { datedKinds } from './kinds.ts';

test('names the index by the UTC day, the week of the month or the month', () => {
  const at = new Date('2026-03-01T23:59:59.999Z');
  expect(indexName('softphone-calls', at, 'daily')).toBe('softphone-calls-2026.03.01');
  expect(indexName('softphone-calls', at, 'weekly')).toBe('softphone-calls-2026.03.w1');
  expect(indexName('softphone-calls', at, 'monthly')).toBe('softphone-calls-2026.03');
});

test.each([
  ['softphone-calls-2026.02.28', '2026-03-01'],
  ['softphone-calls-2026.02.w4', '2026-03-01'],
  ['softphone-calls-2026.11.w3', '2026-11-22'],
  ['softphone-calls-2026.12.w5', '2027-01-01'],
  ['softphone-calls-2025.12', '2026-01-01'],
])('%s is over on %s', (index, end) => {
  expect(periodEnd(index)).toBe(Date.parse(end));
});

test.each(['softphone-calls', 'connect-users', 'softphone-calls-archive', 'softphone-calls-2026'])(
  'the name %s has no date',
  (index) => {
    expect(periodEnd(index)).toBeUndefined();
    expect(kindOfIndex(index)).toBe(index);
  },
);

const time = fc.date({
  min: new Date('2000-01-01T00:00:00Z'),
  max: new Date('2100-01-01T00:00:00Z'),
  noInvalidDate: true,
});
const kind = fc.constantFrom(...datedKinds);
const longestDays = { daily: 1, weekly: 7, monthly: 31 };

test.each(rotations)('a %s name says its kind and the time it covers, and no other has its form', (its) => {
  fc.assert(
    fc.property(kind, time, (kind, at) => {
      const index = indexName(kind, at, its);
      expect(kindOfIndex(index)).toBe(kind);
      const end = periodEnd(index) ?? 0;
      expect(at.getTime()).toBeLessThan(end);
      expect(at.getTime()).toBeGreaterThanOrEqual(end - longestDays[its] * 86_400_000);
      // The next index begins where this one ends.
      expect(indexName(kind, new Date(end - 1), its)).toBe(index);
      expect(indexName(kind, new Date(end), its)).not.toBe(index);
      const others = rotations.filter((other) => other !== its).map((other) => indexName(kind, at, other));
      expect(others).not.toContain(index);
    }),
  );
});

test('of two indices of one time, the finer is over first or at the same time', () => {
  fc.assert(
    fc.property(time, (at) => {
      const ends = rotations.map((rotation) => periodEnd(indexName('x', at, rotation)) ?? 0);
      expect(ends).toEqual(ends.toSorted((a, b) => a - b));
    }),
  );
});
