import * as z from 'zod';

const longestDays = 400;
/** Intl takes ±23:59, but the search engine no more than ±18:00: java.time.ZoneOffset. */
const longestOffsetMinutes = 18 * 60;

/** An IANA time zone, in the spelling that the search engine knows too. */
export const timeZone = z
  .string()
  .max(64)
  .refine(isTimeZone, 'a time zone such as Europe/Lisbon or UTC')
  .meta({ format: 'time-zone', examples: ['Europe/Lisbon'] })
  .transform(canonicalTimeZone);

/** To the millisecond: the search engine refuses a time with more digits than nanoseconds have. */
const moment = z.iso.datetime().transform((text) => new Date(text).toISOString());

/** From when (included) until when (not included), and in whose days and hours. */
export const rangeFields = {
  from: moment,
  to: moment,
  zone: timeZone.default('UTC'),
};

/** Refuses a range that ends before it begins or is too long to be asked for at once. */
export function rangeIsUsable(range: { from: string; to: string }): boolean {
  const millis = Date.parse(range.to) - Date.parse(range.from);
  return millis > 0 && millis <= longestDays * 86_400_000;
}

export const unusableRange = {
  message: `the range must end after it begins and be at most ${longestDays} days long`,
  path: ['to'],
};

function isTimeZone(name: string): boolean {
  try {
    canonicalTimeZone(name);
    return true;
  } catch {
    return false;
  }
}

/** Throws a RangeError of a zone that is unknown, or beyond what the search engine takes. */
function canonicalTimeZone(name: string): string {
  const { timeZone: zone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
  const [, hours, minutes] = /^[+-](\d\d):(\d\d)$/.exec(zone) ?? [];
  if (Number(hours) * 60 + Number(minutes) > longestOffsetMinutes) {
    throw new RangeError('No zone is so far from UTC');
  }
  return zone;
}
