import { toWallClock } from '../query/zone.ts';
import type { WfmFile } from './files.ts';
import { dayStretch, type Stretch } from './interval.ts';

/** What a file that is sent spans, beginning with its zone's day. The last of a day may be shorter where clocks change. */
const hourMillis = 3_600_000;

/** An hour of a zone's day, and which day that is, as `2026-03-29`. */
export type WfmHour = Stretch & { readonly day: string };

/** The hour that an instant is in. */
export function hourOf(at: number, zone: string): WfmHour {
  const day = new Date(toWallClock(zone, at)).toISOString().slice(0, 10);
  const whole = dayStretch(day, zone);
  const from = whole.from + Math.floor((at - whole.from) / hourMillis) * hourMillis;
  return { day, from, to: Math.min(from + hourMillis, whole.to) };
}

/** The hours of a day, up to an instant. */
export function hoursOf(day: string, zone: string, until: number): readonly WfmHour[] {
  const { from, to } = dayStretch(day, zone);
  const hours: WfmHour[] = [];
  for (let at = from; at < Math.min(to, until); at += hourMillis) hours.push(hourOf(at, zone));
  return hours;
}

/** The name of an hour's file at its receiver: `queue-statistics-20260329T130000Z.csv`, by when the hour begins in UTC. */
export function hourFileName(file: WfmFile, { from }: Pick<WfmHour, 'from'>): string {
  return `${file}-${new Date(from).toISOString().replace(/[-:]|\.\d+/g, '')}.csv`;
}

/** The instant at which the hour of a file begins, of its name; undefined of another file's. */
export function startOfFile(name: string): number | undefined {
  const parts = /-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)00Z\.csv$/.exec(name);
  if (!parts) return undefined;
  const [year = 0, month = 0, day, hour, minute] = parts.slice(1).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute);
}
