import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayStretch, intervalCells, intervalMillis, intervalOf } from './interval.ts';

/** How a day's intervals are shown, from the first to the last. */
function shownOf(day: string, zone: string): string[] {
  const { from, to } = dayStretch(day, zone);
  const count = (to - from) / intervalMillis;
  return Array.from({ length: count }, (_, i) => intervalCells(from + i * intervalMillis, zone)[0] ?? '');
}

test.each([
  ['2026-03-28', 'Europe/Berlin', 96],
  ['2026-03-29', 'Europe/Berlin', 92],
  ['2026-10-25', 'Europe/Berlin', 100],
  // By half an hour.
  ['2026-10-04', 'Australia/Lord_Howe', 94],
  ['2026-04-05', 'Australia/Lord_Howe', 98],
  // The clocks go forward at midnight.
  ['2026-09-06', 'America/Santiago', 92],
  ['2026-03-29', 'Asia/Kathmandu', 96],
  ['2026-03-29', 'UTC', 96],
])('%s in %s has %i intervals, none of which looks like another', (day, zone, count) => {
  const shown = shownOf(day, zone);
  expect(shown).toHaveLength(count);
  expect(new Set(shown).size).toBe(count);
  expect(shown.filter((its) => !its.startsWith(day))).toEqual([]);
});

test('the hour that comes twice differs in its offset, the one that is left out is not there', () => {
  const autumn = shownOf('2026-10-25', 'Europe/Berlin').filter((its) => its.includes('T02:15'));
  expect(autumn).toEqual(['2026-10-25T02:15:00+02:00', '2026-10-25T02:15:00+01:00']);
  const spring = shownOf('2026-03-29', 'Europe/Berlin').filter((its) => /T0[123]:[04]/.test(its));
  expect(spring).toEqual([
    '2026-03-29T01:00:00+01:00',
    '2026-03-29T01:45:00+01:00',
    '2026-03-29T03:00:00+02:00',
    '2026-03-29T03:45:00+02:00',
  ]);
  expect(intervalCells(Date.parse('2026-07-01T12:00:00Z'), 'America/St_Johns')).toEqual([
    '2026-07-01T09:30:00-02:30',
    '2026-07-01T12:00:00Z',
  ]);
});

test('days follow each other without a gap, and whatever happens is in one interval of one day', () => {
  const zones = fc.constantFrom(
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kolkata',
    'UTC',
  );
  const instants = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(zones, instants, (zone, at) => {
      const interval = intervalOf(at.toISOString());
      const day = intervalCells(interval, zone)[0]?.slice(0, 10) ?? '';
      const { from, to } = dayStretch(day, zone);
      expect(interval).toBeGreaterThanOrEqual(from);
      expect(interval + intervalMillis).toBeLessThanOrEqual(to);
      const next = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
      expect(dayStretch(next, zone).from).toBe(to);
    }),
  );
});
