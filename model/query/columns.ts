import type { Interval } from './interval.ts';
import { fromWallClock, offsetMillis, toWallClock } from './zone.ts';

type Range = { readonly from: string; readonly to: string; readonly zone: string };

/**
 * When the columns of a picture over time begin, as the search engine's `date_histogram` cuts them in a zone: the
 * first one begins at or before `from`. A search that does not name its bounds is the same search for every range, so
 * that the engine may answer it from its cache; the columns in which nothing happened are put in here.
 *
 * @returns epoch milliseconds, ascending
 */
export function columnTimes({ from, to, zone }: Range, interval: Interval): number[] {
  const end = Date.parse(to);
  const times: number[] = [];
  for (let at = columnOf(Date.parse(from), zone, interval); at < end; at = next(at, zone, interval)) {
    times.push(at);
  }
  return times;
}

/** When the column of an instant begins. */
function columnOf(at: number, zone: string, interval: Interval): number {
  const offset = offsetMillis(zone, at);
  const wall = floor(at + offset, interval);
  // Where the clocks changed since, the column began by the clocks of before.
  return offsetMillis(zone, wall - offset) === offset ? wall - offset : fromWallClock(zone, wall);
}

function next(at: number, zone: string, interval: Interval): number {
  if (interval.calendar) return fromWallClock(zone, after(toWallClock(zone, at), interval));
  const soon = columnOf(at + interval.millis, zone, interval);
  // A column in which the clocks were set back is longer.
  return soon > at ? soon : columnOf(at + 2 * interval.millis, zone, interval);
}

function floor(wall: number, interval: Interval): number {
  const date = new Date(wall);
  if (interval.name === '1M') return Date.UTC(date.getUTCFullYear(), date.getUTCMonth());
  const dayStart = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());
  if (interval.name === '1w') return dayStart - ((date.getUTCDay() + 6) % 7) * 86_400_000;
  return interval.name === '1d' ? dayStart : Math.floor(wall / interval.millis) * interval.millis;
}

/** By the calendar. A midnight that was skipped made the column begin later than its day. */
function after(wall: number, interval: Interval): number {
  const start = floor(wall, interval);
  if (interval.name !== '1M') return start + interval.millis;
  const date = new Date(start);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1);
}
