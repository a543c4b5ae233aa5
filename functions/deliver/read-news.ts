import * as z from 'zod';

/** What a message of the queue says is new. */
export type News = {
  /** Keys of objects that have come into the bucket. */
  readonly objects: readonly string[];
  /** Beginnings of hours whose files are to be sent, in epoch milliseconds. */
  readonly hours: readonly number[];
};

/** Amazon S3 User Guide, "Event message structure": the key is encoded as in a form. */
const notification = z.object({
  Records: z.array(
    z.object({
      s3: z.object({
        object: z.object({
          key: z.string().transform((key) => decodeURIComponent(key.replaceAll('+', ' '))),
        }),
      }),
    }),
  ),
});
/** What S3 sends when notifications are switched on. */
const trial = z.object({ Event: z.literal('s3:TestEvent') });
const left = z.object({ hours: z.array(z.iso.datetime().transform((at) => Date.parse(at))) });

/** Reads what S3 says of new objects, and what a run says of hours that it could not send; undefined when it is neither. */
export function readNews(body: string): News | undefined {
  const value = parse(body);
  const found = notification.safeParse(value).data;
  if (found) return { objects: found.Records.map(({ s3 }) => s3.object.key), hours: [] };
  const { hours } = left.safeParse(value).data ?? {};
  if (hours) return { objects: [], hours };
  return trial.safeParse(value).success ? { objects: [], hours: [] } : undefined;
}

/** A message that says so of hours that could not be sent. */
export function hoursLeft(hours: readonly number[]): object {
  return { hours: hours.map((at) => new Date(at).toISOString()) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
