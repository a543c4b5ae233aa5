import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnTimes } from './columns.ts';
import { chooseInterval } from './interval.ts';

const hour = 3_600_000;
const day = 24 * hour;
const interval = (name: string) => {
  const millis =
    { '1m': 60_000, '1h': hour, '6h': 6 * hour, '1d': day, '1w': 7 * day, '1M': 30 * day }[name] ?? 0;
  const made = chooseInterval(0, millis, 1);
  expect(made.name).toBe(name);
  return made;
};
const times = (from: string, to: string, zone: string, name: string) =>
  columnTimes({ from, to, zone }, interval(name)).map((at) => new Date(at).toISOString().slice(0, 16));

test('hours on the day on which the clocks are set back: one comes twice', () => {
  expect(times('2026-10-24T23:30:00Z', '2026-10-25T02:30:00Z', 'Europe/Lisbon', '1h')).toEqual([
    '2026-10-24T23:00',
    '2026-10-25T00:00',
    '2026-10-25T01:00',
    '2026-10-25T02:00',
  ]);
});

test('six hours on that day: the first column has seven', () => {
  expect(times('2026-10-24T22:00:00Z', '2026-10-25T13:00:00Z', 'Europe/Lisbon', '6h')).toEqual([
    '2026-10-24T17:00',
    '2026-10-24T23:00',
    '2026-10-25T06:00',
    '2026-10-25T12:00',
  ]);
});

test('days and weeks begin at the viewer’s midnight', () => {
  expect(times('2026-10-24T12:00:00Z', '2026-10-26T12:00:00Z', 'Europe/Lisbon', '1d')).toEqual([
    '2026-10-23T23:00',
    '2026-10-24T23:00',
    '2026-10-26T00:00',
  ]);
  expect(times('2026-10-24T12:00:00Z', '2026-11-03T12:00:00Z', 'Europe/Lisbon', '1w')).toEqual([
    '2026-10-18T23:00',
    '2026-10-26T00:00',
    '2026-11-02T00:00',
  ]);
  expect(times('2026-10-24T12:00:00Z', '2027-01-01T00:00:00Z', 'UTC', '1M')).toEqual([
    '2026-10-01T00:00',
    '2026-11-01T00:00',
    '2026-12-01T00:00',
  ]);
});

test('a day whose midnight is skipped begins when the clocks have been set', () => {
  expect(times('2018-11-03T12:00:00Z', '2018-11-05T12:00:00Z', 'America/Sao_Paulo', '1d')).toEqual([
    '2018-11-03T03:00',
    '2018-11-04T03:00',
    '2018-11-05T02:00',
  ]);
});

test('columns ascend, cover the range and are about as wide as they should be', () => {
  const zones = fc.constantFrom(
    'UTC',
    'Europe/Lisbon',
    'America/Sao_Paulo',
    'Asia/Kolkata',
    'Australia/Lord_Howe',
  );
  const names = fc.constantFrom('1m', '1h', '6h', '1d', '1w', '1M');
  const start = fc.integer({ min: Date.UTC(2010, 0), max: Date.UTC(2026, 0) });
  fc.assert(
    fc.property(zones, names, start, fc.integer({ min: 1, max: 60 }), (zone, name, from, columns) => {
      const { millis } = interval(name);
      const to = from + columns * millis;
      const found = columnTimes(
        { from: new Date(from).toISOString(), to: new Date(to).toISOString(), zone },
        interval(name),
      );
      expect(found[0]).toBeLessThanOrEqual(from);
      expect(found.at(-1)).toBeLessThan(to);
      for (const [i, at] of found.entries()) {
        const width = (found[i + 1] ?? to) - at;
        expect(width).toBeGreaterThan(0);
        if (i > 0) expect(width).toBeLessThanOrEqual(millis + (name === '1M' ? day + hour : hour));
      }
    }),
  );
});
