import fc from 'fast-check';
import { expect, test } from 'vitest';
import { settledBy, startOfMetricInterval, unsettled } from './unsettled.ts';

const its = { intervalMinutes: 15, settleHours: 4 };
const at = (text: string) => Date.parse(text);
const iso = ({ from, to }: { from: number; to: number }) =>
  [from, to].map((time) => new Date(time).toISOString().slice(0, 16));

test('the first time it goes back as far as intervals change', () => {
  expect(unsettled(at('2026-03-04T10:07:00Z'), undefined, its).map(iso)).toEqual([
    ['2026-03-04T06:00', '2026-03-04T10:00'],
  ]);
});

test('what was read whole while it could still change is read again', () => {
  const [stretch] = unsettled(at('2026-03-04T10:07:00Z'), undefined, its);
  const settled = stretch && settledBy(stretch, at('2026-03-04T10:07:00Z'), its);
  expect(new Date(settled ?? 0).toISOString()).toBe('2026-03-04T06:00:00.000Z');
  expect(unsettled(at('2026-03-04T10:22:00Z'), settled, its).map(iso)).toEqual([
    ['2026-03-04T06:00', '2026-03-04T10:15'],
  ]);
});

test('after a weekend it goes on where it was, by days', () => {
  expect(unsettled(at('2026-03-09T08:00:00Z'), at('2026-03-06T16:00:00Z'), its).map(iso)).toEqual([
    ['2026-03-06T16:00', '2026-03-07T16:00'],
    ['2026-03-07T16:00', '2026-03-08T16:00'],
    ['2026-03-08T16:00', '2026-03-09T08:00'],
  ]);
});

test('after months it begins two weeks ago', () => {
  const [first] = unsettled(at('2026-03-09T08:00:00Z'), at('2025-10-01T00:00:00Z'), its);
  expect(first && iso(first)[0]).toBe('2026-02-23T08:00');
});

const minuteMillis = 60_000;
const intervalMillis = 15 * minuteMillis;
const run = fc.record({ minutes: fc.integer({ min: 1, max: 600 }), fails: fc.boolean() });

/** When each interval was read last, by runs of which some fail, and until when all is settled at last. */
function readBy(runs: readonly { minutes: number; fails: boolean }[], settleHours: number) {
  const settling = { intervalMinutes: 15, settleHours };
  const readAt = new Map<number, number>();
  let now = at('2026-03-04T10:07:00Z');
  let settled: number | undefined;
  for (const { minutes, fails } of runs) {
    now += minutes * minuteMillis;
    for (const stretch of fails ? [] : unsettled(now, settled, settling)) {
      for (const from of intervalsOf(stretch)) readAt.set(from, now);
      settled = settledBy(stretch, now, settling);
    }
  }
  return { readAt, settled };
}

const intervalsOf = ({ from, to }: { from: number; to: number }) =>
  Array.from({ length: Math.max(0, (to - from) / intervalMillis) }, (_, i) => from + i * intervalMillis);

test('however runs fail, every interval is read at last after it has settled, and none before it is over', () => {
  fc.assert(
    fc.property(
      fc.array(run, { minLength: 20, maxLength: 60 }),
      fc.integer({ min: 1, max: 48 }),
      (runs, settleHours) => {
        const { readAt, settled } = readBy(runs, settleHours);
        fc.pre(settled !== undefined);
        for (const [from, when] of readAt) expect(from + intervalMillis).toBeLessThanOrEqual(when);
        for (const from of intervalsOf({ from: Math.min(...readAt.keys()), to: settled })) {
          expect(readAt.get(from)).toBeGreaterThanOrEqual(from + intervalMillis + settleHours * 3_600_000);
        }
        expect(startOfMetricInterval(settled, 15)).toBe(settled);
      },
    ),
  );
});
