import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wfmFiles } from './files.ts';
import { hourFileName, hourOf, hoursOf, startOfFile } from './hour.ts';
import { dayStretch, intervalMillis } from './interval.ts';

const zones = [
  'UTC',
  'Europe/Berlin',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'America/New_York',
  'Asia/Kathmandu',
];
const instant = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2027-12-31') });

test('every instant is in one hour of its day, and an hour is whole intervals', () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), instant, (zone, at) => {
      const hour = hourOf(at, zone);
      expect(hour.from).toBeLessThanOrEqual(at);
      expect(hour.to).toBeGreaterThan(at);
      expect((hour.to - hour.from) % intervalMillis).toBe(0);
      expect(hoursOf(hour.day, zone, Number.POSITIVE_INFINITY)).toContainEqual(hour);
    }),
  );
});

test('the hours of a day follow each other, and are all of it', () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), instant, (zone, at) => {
      const { day } = hourOf(at, zone);
      const hours = hoursOf(day, zone, Number.POSITIVE_INFINITY);
      const { from, to } = dayStretch(day, zone);
      expect([hours[0]?.from, hours.at(-1)?.to]).toEqual([from, to]);
      for (const [i, hour] of hours.slice(1).entries()) expect(hour.from).toBe(hours[i]?.to);
    }),
  );
});

test('a day has as many hours as its clocks give it', () => {
  const count = (day: string, zone: string) => hoursOf(day, zone, Number.POSITIVE_INFINITY).length;
  expect(count('2026-03-29', 'Europe/Berlin')).toBe(23);
  expect(count('2026-10-25', 'Europe/Berlin')).toBe(25);
  // Its clocks go half an hour back: the last hour of the day is a short one.
  expect(count('2026-04-05', 'Australia/Lord_Howe')).toBe(25);
  expect(hoursOf('2026-03-29', 'Europe/Berlin', Date.parse('2026-03-29T00:30:00Z'))).toHaveLength(2);
});

test('a file tells of which hour it is, and no two hours have files of one name', () => {
  fc.assert(
    fc.property(fc.constantFrom(...wfmFiles), fc.constantFrom(...zones), instant, (file, zone, at) => {
      const hour = hourOf(at, zone);
      expect(startOfFile(hourFileName(file, hour))).toBe(hour.from);
    }),
  );
  expect(hourFileName('contacts', { from: Date.parse('2026-03-29T13:30:00Z') })).toBe(
    'contacts-20260329T133000Z.csv',
  );
  expect(startOfFile('contacts-2026-03-29.csv')).toBeUndefined();
});
