import * as z from 'zod/mini';

/** Nothing that this product is about happens outside; a number that is smaller or larger is no time of day. */
const earliestMillis = Date.UTC(2000, 0, 1);
const latestMillis = Date.UTC(2100, 0, 1);

/**
 * A time as Streams hands it over, in epoch milliseconds: a Date (events are cloned, not serialised), an ISO text, or
 * a bare number (seen in the first sample of a stream). null where it is missing, none of these, or no time of day.
 */
export const softphoneInstant = z.catch(z.pipe(z.unknown(), z.transform(toEpochMillis)), null);

function toEpochMillis(value: unknown): number | null {
  const millis =
    value instanceof Date ? value.getTime() : typeof value === 'string' ? Date.parse(value) : value;
  const isTime = typeof millis === 'number' && millis >= earliestMillis && millis < latestMillis;
  return isTime ? millis : null;
}
