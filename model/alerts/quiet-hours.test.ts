import { expect, test } from 'vitest';
import { isQuiet, quietHours } from './quiet-hours.ts';

const overnight = { from: '22:00', to: '06:30', zone: 'Europe/Lisbon' };

test.each([
  ['2026-01-15T21:59:59Z', false],
  ['2026-01-15T22:00:00Z', true],
  ['2026-01-16T06:29:59Z', true],
  ['2026-01-16T06:30:00Z', false],
  // Summer: an hour before UTC's.
  ['2026-07-15T21:00:00Z', true],
  ['2026-07-16T05:30:00Z', false],
  // The clocks change at 01:00 UTC of that night.
  ['2026-03-29T05:29:00Z', true],
  ['2026-03-29T05:30:00Z', false],
])('over midnight, at %s', (at, quiet) => {
  expect(isQuiet(overnight, new Date(at))).toBe(quiet);
});

test('within a day', () => {
  const lunch = { from: '12:00', to: '13:00', zone: 'Asia/Kolkata' };
  expect(isQuiet(lunch, new Date('2026-03-04T06:30:00Z'))).toBe(true);
  expect(isQuiet(lunch, new Date('2026-03-04T07:30:00Z'))).toBe(false);
});

test.each([
  { ...overnight, zone: 'Atlantis' },
  { ...overnight, from: '24:00' },
  { ...overnight, days: 'all' },
])('refuses %j', (given) => {
  expect(quietHours.safeParse(given).success).toBe(false);
});
