import fc from 'fast-check';
import { expect, test } from 'vitest';
import { metricsSettings, weekdays } from '../settings/metrics.ts';
import { isOpen } from './business-hours.ts';

const hours = (given: object) => metricsSettings.parse(given);
const working = ['mon', 'tue', 'wed', 'thu', 'fri'];
const sydney = hours({
  zone: 'Australia/Sydney',
  businessHours: [{ days: working, from: '09:00', to: '19:00' }],
});

test('without business hours it is always open', () => {
  expect(isOpen(hours({}), Date.parse('2026-01-01T03:00:00Z'))).toBe(true);
});

test('the first minute is open, the last is not', () => {
  // A Wednesday in summer, eleven hours ahead of UTC.
  const open = (at: string) => isOpen(sydney, Date.parse(at));
  expect(open('2026-03-03T21:59:59.999Z')).toBe(false);
  expect(open('2026-03-03T22:00:00.000Z')).toBe(true);
  expect(open('2026-03-04T07:59:59.999Z')).toBe(true);
  expect(open('2026-03-04T08:00:00.000Z')).toBe(false);
});

test('the hours follow the zone’s clocks when they change', () => {
  // Back on Sunday 5 April, ahead on Sunday 4 October.
  const opens = (day: string) => {
    const at = Date.parse(day);
    return [...Array(24 * 60).keys()].map((minute) => at + minute * 60_000).filter((t) => isOpen(sydney, t));
  };
  expect(new Date(opens('2026-04-02T12:00:00Z')[0] ?? 0).toISOString()).toBe('2026-04-02T22:00:00.000Z');
  expect(opens('2026-04-03T12:00:00Z')).toEqual([]);
  expect(new Date(opens('2026-04-05T12:00:00Z')[0] ?? 0).toISOString()).toBe('2026-04-05T23:00:00.000Z');
  expect(new Date(opens('2026-10-04T12:00:00Z')[0] ?? 0).toISOString()).toBe('2026-10-04T22:00:00.000Z');
});

test('what goes over midnight is of the day on which it begins', () => {
  const night = hours({ zone: 'UTC', businessHours: [{ days: ['sat'], from: '22:00', to: '06:00' }] });
  const open = (at: string) => isOpen(night, Date.parse(at));
  expect(open('2026-03-07T05:00:00Z')).toBe(false);
  expect(open('2026-03-07T23:00:00Z')).toBe(true);
  expect(open('2026-03-08T05:59:00Z')).toBe(true);
  expect(open('2026-03-08T06:00:00Z')).toBe(false);
  expect(open('2026-03-08T23:00:00Z')).toBe(false);
});

const clock = fc
  .integer({ min: 0, max: 24 * 60 - 1 })
  .map((minute) =>
    [Math.floor(minute / 60), minute % 60].map((its) => String(its).padStart(2, '0')).join(':'),
  );

test('it is open exactly when the clock on the wall says so, whatever the zone and its changes', () => {
  const zones = [
    'Australia/Sydney',
    'America/New_York',
    'Europe/Lisbon',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
  ];
  const instant = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.subarray([...weekdays], { minLength: 1 }),
      clock,
      clock,
      instant,
      (zone, days, from, to, at) => {
        fc.pre(from !== to);
        const settings = hours({ zone, businessHours: [{ days, from, to }] });
        const wall = new Intl.DateTimeFormat('en-GB', {
          timeZone: zone,
          weekday: 'short',
          hour: '2-digit',
          minute: '2-digit',
          hourCycle: 'h23',
        }).formatToParts(at);
        const part = (type: string) => wall.find((its) => its.type === type)?.value ?? '';
        const day = part('weekday').toLowerCase();
        const now = `${part('hour')}:${part('minute')}`;
        const before = weekdays[([...weekdays].map(String).indexOf(day) + 6) % 7] ?? 'sun';
        const isDay = days.some((its) => its === day);
        const expected =
          from < to
            ? isDay && now >= from && now < to
            : (isDay && now >= from) || (days.includes(before) && now < to);
        expect(isOpen(settings, at.getTime())).toBe(expected);
      },
    ),
    { numRuns: 2000 },
  );
});
