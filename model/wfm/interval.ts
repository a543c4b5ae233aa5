import { fromWallClock, offsetMillis, toWallClock } from '../query/zone.ts';

/** A quarter of an hour, by UTC's clocks. Every zone's clocks are whole quarters off UTC, so theirs begin then, too. */
export const intervalMillis = 15 * 60_000;
const dayMillis = 96 * intervalMillis;

/** From an instant (included) until another (not included), in epoch milliseconds. */
export type Stretch = { readonly from: number; readonly to: number };

/** When the interval begins in which something happened, in epoch milliseconds. */
export function intervalOf(at: string): number {
  return startOfInterval(Date.parse(at));
}

/** When the interval begins that an instant is in, both in epoch milliseconds. */
export function startOfInterval(at: number): number {
  return Math.floor(at / intervalMillis) * intervalMillis;
}

/**
 * A day of a zone: of 96 intervals, of 92 where the clocks go an hour forward, of 100 where they go back.
 *
 * @param day as `2026-03-29`
 */
export function dayStretch(day: string, zone: string): Stretch {
  const wall = Date.parse(day);
  return { from: fromWallClock(zone, wall), to: fromWallClock(zone, wall + dayMillis) };
}

/**
 * What a zone's clocks show at an instant, with how far they are off UTC: `2026-10-25T02:15:00+01:00`. The hour that comes
 * twice has two offsets, so no two intervals look the same.
 */
function clockTime(at: number, zone: string): string {
  const minutes = offsetMillis(zone, at) / 60_000;
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const off = `${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`;
  return `${new Date(toWallClock(zone, at)).toISOString().slice(0, 19)}${minutes < 0 ? '-' : '+'}${off}`;
}

/** How every interval file names an interval: what the zone's clocks show, and UTC's. */
export const intervalHeader = ['interval_start', 'interval_start_utc'] as const;

export function intervalCells(interval: number, zone: string): string[] {
  return [clockTime(interval, zone), `${new Date(interval).toISOString().slice(0, 19)}Z`];
}
