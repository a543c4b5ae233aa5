import type { Random } from './random.ts';

export const hourMillis = 3_600_000;
export const dayMillis = 24 * hourMillis;

/** When a site works, by its own clocks. */
export type WorkHours = { readonly timeZone: string; readonly opens: number; readonly closes: number };

const workHours: Readonly<Record<string, WorkHours>> = {
  Lisbon: { timeZone: 'Europe/Lisbon', opens: 9, closes: 19 },
  Krakow: { timeZone: 'Europe/Warsaw', opens: 8, closes: 18 },
  Manila: { timeZone: 'Asia/Manila', opens: 9, closes: 19 },
};

/** The hours of one site. Throws a RangeError of a site that has none. */
export function workHoursOf(site: string): WorkHours {
  const hours = workHours[site];
  if (!hours) throw new RangeError(`no work hours for ${site}: add them to local/fleet/work-hours.ts`);
  return hours;
}

/** How busy each hour of the site's clock is: two peaks, a dip at lunch. 1 is the average. */
const hourlyLoad: Readonly<Record<number, number>> = {
  8: 0.8,
  9: 1.05,
  10: 1.35,
  11: 1.3,
  12: 0.65,
  13: 0.6,
  14: 1.1,
  15: 1.2,
  16: 1.05,
  17: 0.85,
  18: 0.6,
};

/** @param hour of the site's clock, with a fraction */
export function loadAt(hour: number): number {
  return hourlyLoad[Math.floor(hour)] ?? 0.5;
}

/** How many of a site's agents work on a date, as a share. */
function staffing(date: string): number {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return { 0: 0.1, 6: 0.25 }[weekday] ?? 0.93;
}

/** One agent's hours on one date, in epoch milliseconds. */
export type Shift = {
  readonly midnight: number;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly lunch: { readonly from: number; readonly to: number };
};

/** Whether and when an agent works on a date: eight hours with a lunch, begun early or late. */
export function shiftOf(site: string, date: string, random: Random): Shift | undefined {
  if (!random.chance(staffing(date))) return undefined;
  const { opens, closes, timeZone } = workHoursOf(site);
  const midnight = localMidnight(date, timeZone);
  const at = (hour: number) => Math.round(midnight + hour * hourMillis);
  const starts = opens + random.pick([0, 0.5, 1, closes - opens - 8.5]) + random.between(0, 0.1);
  const lunchAt = random.pick([12, 12.5, 13]) + random.between(0, 0.2);
  return {
    midnight,
    startsAt: at(starts),
    endsAt: at(Math.min(closes, starts + 8.5)),
    lunch: { from: at(lunchAt), to: at(lunchAt + random.between(0.6, 0.9)) },
  };
}

/** When a date begins in a time zone, in epoch milliseconds; no zone used here changes its clocks at midnight. */
export function localMidnight(date: string, timeZone: string): number {
  const utc = Date.parse(`${date}T00:00:00Z`);
  return utc - offsetMillis(utc, timeZone);
}

/** The date that a site's wall calendar shows. */
export function localDate(at: number, timeZone: string): string {
  return new Date(at + offsetMillis(at, timeZone)).toISOString().slice(0, 10);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function offsetMillis(at: number, timeZone: string): number {
  const format =
    formats.get(timeZone) ?? new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  formats.set(timeZone, format);
  const name = format.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  if (!sign) return 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
