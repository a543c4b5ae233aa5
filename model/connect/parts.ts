import * as z from 'zod';

/** What Connect leaves out it may also say as null; a field that it has no more is one that it never had. */
export const maybe = <Schema extends z.ZodType>(schema: Schema) =>
  schema.nullish().transform((value) => value ?? undefined);

/** Longer than anything that Connect writes into a field that we use; no record can fill an index. */
export const text = z.string().max(1024);
/** Whole seconds in contact records, milliseconds in events and flow logs; all UTC. */
export const time = z.iso.datetime({ offset: true }).transform((its) => new Date(its).toISOString());
/** Seconds, or how often. Connect gives whole numbers. */
export const number = z.number().min(0).max(1_000_000_000);

export const named = z.object({ ARN: maybe(text), Name: maybe(text) });
/** The name is null where Connect says none, and absent where the settings do not keep it. */
export const queue = z.object({ ARN: maybe(text), Name: text.nullish() });

/** The instance's id, of its ARN or of the ARN of something in it: `…:instance/ID/contact-flow/…`. */
export function instanceOf(arn: string): string | undefined {
  return /:instance\/([^/]+)/.exec(arn)?.[1];
}
