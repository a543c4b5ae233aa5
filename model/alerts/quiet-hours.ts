import * as z from 'zod';
import { timeZone } from '../query/range.ts';

const clockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of the day such as 22:00')
  .meta({ examples: ['22:00'] });

/** When nobody is told: from one time of the day (included) to another (not included), over midnight where that is earlier. */
export const quietHours = z.strictObject({ from: clockTime, to: clockTime, zone: timeZone.pipe(z.string()) });
export type QuietHours = z.infer<typeof quietHours>;

/** Whether it is quiet at an instant, by the clocks of the hours' own zone: also on days when those change. */
export function isQuiet({ from, to, zone }: QuietHours, at: Date): boolean {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    hour: '2-digit',
    minute: '2-digit',
  });
  const time = clock.format(at);
  return from < to ? time >= from && time < to : time >= from || time < to;
}
