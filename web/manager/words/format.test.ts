import { expect, test } from 'vitest';
import { lossToAgent } from '../../../dashboards/measures/audio.ts';
import { calls, poorCalls } from '../../../dashboards/measures/calls.ts';
import { changeOf } from './change.ts';
import { formatPercent, formatValue } from './format-figure.ts';
import { formatDuration, makeTimeFormat, startOfDay } from './format-time.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test.each([
  ['percent', 12.345, '12.3 %'],
  ['percent', 0, '0 %'],
  ['percent', 0.004, '< 0.01 %'],
  ['percent', 0.04, '0.04 %'],
  ['percent', 100, '100 %'],
  ['mos', 4.2, '4.20'],
  ['milliseconds', 8.75, '8.8 ms'],
  ['milliseconds', 180.4, '180 ms'],
  ['milliseconds', 2400, '2.4 s'],
  ['seconds', 8.24, '8.2 s'],
  ['seconds', 59.4, '59 s'],
  ['seconds', 59.6, '1:00 min'],
  ['seconds', 185, '3:05 min'],
  ['count', 1204, '1,204'],
] as const)('writes %s %d as %s', (unit, value, text) => {
  expect(plain(formatValue(unit, value))).toBe(text);
});

test('what was not measured is never written as a number', () => {
  for (const unit of ['percent', 'mos', 'milliseconds', 'seconds', 'count'] as const) {
    for (const value of [null, undefined, Number.NaN]) expect(formatValue(unit, value)).toBe('–');
  }
});

test('a share that is almost all is not written as all', () => {
  expect(plain(formatPercent(99.94))).toBe('99.9 %');
});

test('says how a figure moved only where both stand on enough', () => {
  const figure = (value: number, restsOn: number) => ({ value, restsOn });
  expect(changeOf(poorCalls, figure(9, 100), figure(5, 100))).toEqual({
    text: '4.0 points more than before',
    worse: true,
  });
  expect(changeOf(poorCalls, figure(5, 100), figure(9, 100))?.worse).toBe(false);
  expect(changeOf(poorCalls, figure(9, 100), figure(5, 3))).toBeUndefined();
  expect(changeOf(poorCalls, { value: null, restsOn: 0 }, figure(5, 100))).toBeUndefined();
  expect(changeOf(lossToAgent, figure(0.51, 100), figure(0.5, 100))?.text).toBe('as before');
  expect(changeOf(calls, figure(150, 150), figure(100, 100))).toEqual({
    text: '50 % more than before',
    worse: undefined,
  });
});

test.each([
  [59.6, '1:00'],
  [0, '0:00'],
  [3723, '1:02:03'],
])('writes %d seconds as %s', (seconds, text) => {
  expect(formatDuration(seconds)).toBe(text);
});

test('writes times in the viewer’s zone', () => {
  const time = makeTimeFormat('Europe/Lisbon');
  expect(time.dayAndTime('2026-07-01T22:30:00Z')).toBe('Wed 1 Jul, 23:30');
  expect(time.stretch('2026-07-01T22:30:00Z', '2026-07-01T23:30:00Z')).toBe(
    'Wed 1 Jul, 23:30 – Thu 2 Jul, 00:30',
  );
  expect(time.stretch('2026-07-01T08:00:00Z', '2026-07-01T09:00:00Z')).toBe('Wed 1 Jul, 09:00–10:00');
});

test.each([
  // Clocks went forward at 01:00 UTC on 29 March 2026 and go back at 01:00 UTC on 25 October 2026.
  ['Europe/Lisbon', '2026-03-29T12:00:00Z', '2026-03-29T00:00:00.000Z'],
  ['Europe/Lisbon', '2026-10-25T12:00:00Z', '2026-10-24T23:00:00.000Z'],
  ['Europe/Lisbon', '2026-07-01T22:59:59Z', '2026-06-30T23:00:00.000Z'],
  ['Asia/Kolkata', '2026-03-04T20:00:00Z', '2026-03-04T18:30:00.000Z'],
  ['America/St_Johns', '2026-11-01T12:00:00Z', '2026-11-01T02:30:00.000Z'],
  ['UTC', '2026-03-04T00:00:00Z', '2026-03-04T00:00:00.000Z'],
])('in %s, the day of %s began at %s', (zone, now, midnight) => {
  expect(new Date(startOfDay(Date.parse(now), zone)).toISOString()).toBe(midnight);
});
