import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alikeZone } from './alike-zone.ts';

const year2026: [number, number] = [Date.parse('2026-01-01T00:00:00Z'), Date.parse('2027-01-01T00:00:00Z')];
const zones = Intl.supportedValuesOf('timeZone');

test.each([
  ['America/Coyhaique', '-03:00'],
  ['Asia/Kolkata', '+05:30'],
  ['UTC', '+00:00'],
])('%s, whose clock does not change, is an offset', (zone, offset) => {
  expect(alikeZone(zone, ...year2026, zones)).toBe(offset);
});

test('a zone whose clock changes is one that changes with it', () => {
  const others = ['Asia/Tokyo', 'Europe/London', 'Europe/Helsinki', 'Europe/Athens'];
  expect(alikeZone('Europe/Kiev', ...year2026, others)).toBe('Europe/Helsinki');
  expect(alikeZone('America/New_York', ...year2026, ['America/Havana', 'America/Toronto'])).toBe(
    'America/Toronto',
  );
});

test('within a range without a change even that is an offset', () => {
  const [from, to] = [Date.parse('2026-07-01T00:00:00Z'), Date.parse('2026-07-08T00:00:00Z')];
  expect(alikeZone('Europe/Lisbon', from, to, zones)).toBe('+01:00');
});

test('where no other changes so, the newest days are right', () => {
  expect(
    alikeZone('Europe/Lisbon', Date.parse('2026-01-01T00:00:00Z'), Date.parse('2026-07-01T00:00:00Z'), []),
  ).toBe('+01:00');
});

const offsetAt = (timeZone: string, at: number) =>
  new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value;

test('what stands for a zone has its clock at every moment of the range', () => {
  const ranges = fc.tuple(
    fc.constantFrom(...zones),
    fc.nat(300),
    fc.integer({ min: 1, max: 60 }),
    fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 20, maxLength: 20 }),
  );
  fc.assert(
    fc.property(ranges, ([zone, first, days, moments]) => {
      const from = year2026[0] + first * 86_400_000;
      const to = from + days * 86_400_000;
      const alike = alikeZone(zone, from, to, zones);
      for (const part of moments) {
        const at = from + part * (to - from);
        expect(offsetAt(alike, at)).toBe(offsetAt(zone, at));
      }
    }),
    { numRuns: 60 },
  );
});
