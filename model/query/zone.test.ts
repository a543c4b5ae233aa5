import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromWallClock, offsetMillis, toWallClock } from './zone.ts';

const zones = fc.constantFrom(
  'UTC',
  'Europe/Lisbon',
  'America/Sao_Paulo',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  '+05:30',
);
const instant = fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2030, 0) / 1 });
const hour = 3_600_000;

test.each([
  ['UTC', '2026-10-25T00:30:00Z', 0],
  ['Europe/Lisbon', '2026-10-25T00:59:59Z', 1],
  ['Europe/Lisbon', '2026-10-25T01:00:00Z', 0],
  ['Asia/Kathmandu', '2026-10-25T01:00:00Z', 5.75],
  ['-03:30', '2026-10-25T01:00:00Z', -3.5],
])('%s at %s is %s hours ahead of UTC', (zone, at, hours) => {
  expect(offsetMillis(zone, Date.parse(at))).toBe(hours * hour);
});

test('what the clocks show says when it is, but for the hour that comes twice', () => {
  fc.assert(
    fc.property(zones, instant, (zone, at) => {
      const wall = toWallClock(zone, at);
      const back = fromWallClock(zone, wall);
      expect(toWallClock(zone, back)).toBe(wall);
      expect(back).toBeLessThanOrEqual(at);
      if (back !== at) expect(offsetMillis(zone, back)).toBeGreaterThan(offsetMillis(zone, at));
    }),
  );
});

test.each([
  ['a time that comes twice is the first', 'Europe/Lisbon', '2026-10-25T01:30Z', '2026-10-25T00:30:00.000Z'],
  [
    'one that is skipped is when it is skipped',
    'Europe/Lisbon',
    '2026-03-29T01:30Z',
    '2026-03-29T01:00:00.000Z',
  ],
  ['a midnight too', 'America/Sao_Paulo', '2018-11-04T00:00Z', '2018-11-04T03:00:00.000Z'],
])('%s', (_, zone, wall, at) => {
  expect(new Date(fromWallClock(zone, Date.parse(wall))).toISOString()).toBe(at);
});
