import { toWallClock } from '../query/zone.ts';
import { type MetricsSettings, type OpenHours, type Weekday, weekdays } from '../settings/metrics.ts';

const minuteMillis = 60_000;
const dayMinutes = 24 * 60;

/**
 * Whether somebody works at an instant, by the clocks of the zone: open from a time (included) until a time (not included).
 * When the clocks go back, an hour that comes twice is open or closed both times; one that is skipped does not come. Pure.
 *
 * @param at in epoch milliseconds
 */
export function isOpen(
  { zone, businessHours }: Pick<MetricsSettings, 'zone' | 'businessHours'>,
  at: number,
): boolean {
  if (!businessHours) return true;
  const wall = new Date(toWallClock(zone, at));
  const minute = Math.floor((wall.getTime() % (dayMinutes * minuteMillis)) / minuteMillis);
  const day = wall.getUTCDay();
  const today = weekdays[day] ?? 'sun';
  const yesterday = weekdays[(day + 6) % 7] ?? 'sat';
  return businessHours.some((hours) => covers(hours, today, minute) || goesOn(hours, yesterday, minute));
}

function covers({ days, from, to }: OpenHours, today: Weekday, minute: number): boolean {
  if (!days.includes(today) || minute < minutesOf(from)) return false;
  return minutesOf(to) < minutesOf(from) || minute < minutesOf(to);
}

/** Over midnight, on the morning after. */
function goesOn({ days, from, to }: OpenHours, yesterday: Weekday, minute: number): boolean {
  return days.includes(yesterday) && minutesOf(to) < minutesOf(from) && minute < minutesOf(to);
}

function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}
