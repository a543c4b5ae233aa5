import { fromWallClock, toWallClock } from '../../../model/query/zone.ts';

/** The viewer's time zone, as the browser knows it. */
export const viewerZone = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

const day = 86_400_000;

/** Times as the viewer's clock shows them. */
export function makeTimeFormat(zone: string, locale = 'en-GB') {
  const format = (options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(locale, { timeZone: zone, hourCycle: 'h23', ...options });
    return (at: string | number) => formatter.format(new Date(at));
  };
  const time = format({ hour: '2-digit', minute: '2-digit' });
  const dayName = format({ weekday: 'short', day: 'numeric', month: 'short' });
  return {
    /** 14:05 */
    time,
    /** 14:05:09 */
    second: format({ hour: '2-digit', minute: '2-digit', second: '2-digit' }),
    /** Wed 18 Nov */
    day: (at: string | number) => dayName(at).replace(',', ''),
    /** Wed 18 Nov, 14:05 */
    dayAndTime: (at: string | number) => `${dayName(at).replace(',', '')}, ${time(at)}`,
    /** Wed 18 Nov, 10:00–16:00 */
    stretch: (from: string, to: string) => {
      const [a, b] = [dayName(from).replace(',', ''), dayName(to).replace(',', '')];
      return a === b ? `${a}, ${time(from)}–${time(to)}` : `${a}, ${time(from)} – ${b}, ${time(to)}`;
    },
  };
}

/** Minutes and seconds, hours where there are any: `4:17`, `1:02:03`. */
export function formatDuration(seconds: number): string {
  const all = Math.max(0, Math.round(seconds));
  const [h, m, s] = [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60];
  const two = (n: number) => String(n).padStart(2, '0');
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/**
 * The instant of the last midnight in a zone, also where the clock changed since.
 *
 * @param now epoch milliseconds
 */
export function startOfDay(now: number, zone: string): number {
  return fromWallClock(zone, Math.floor(toWallClock(zone, now) / day) * day);
}
