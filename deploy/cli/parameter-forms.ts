import * as z from 'zod';

/** What a parameter of serverless.yml must be, and what to give instead of what it is not. */
export type Parameter = { readonly schema: z.ZodType<unknown, string>; readonly give: string };

export const choice = (...values: readonly string[]): Parameter => ({
  schema: z.enum(values),
  give: `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`,
});

/** One or several of these, with commas between them. */
export const some = (...values: readonly string[]): Parameter => ({
  schema: z.string().refine((text) => text.split(/[\s,]+/).every((its) => values.includes(its))),
  give: `${values.slice(0, -1).join(', ')} or ${values.at(-1)}, with commas between several`,
});

/** Digits only: the text goes into JSON as it is. */
export const digits = z.string().regex(/^\d+$/);

export const whole = (least: number, most: number, what: string): Parameter => ({
  schema: digits.transform(Number).pipe(z.number().min(least).max(most)),
  give: `${what}, a whole number from ${least} to ${most}`,
});

/** Of something outside the deployment. The local stage's softphone is this machine's. */
export const address = z
  .string()
  .refine((text) => URL.canParse(text), { error: 'is no address', abort: true })
  .refine((text) => /^https:\/\/|^http:\/\/localhost\b/.test(text), 'must begin with https://');

/** The ARN of a thing that exists already; `region` where it cannot be another. */
export const arn = (service: string, resource: string, region = '[a-z0-9-]+'): Parameter => ({
  schema: z.string().regex(new RegExp(`^arn:aws[a-z-]*:${service}:${region}:\\d{12}:${resource}.+$`)),
  give: `its ARN, as arn:aws:${service}:${region.startsWith('[') ? 'REGION' : region}:ACCOUNT:${resource}…`,
});

/** AWS's ids of one kind, with commas or spaces between them. */
export const ids = (kind: string): Parameter => ({
  schema: z.string().regex(new RegExp(`^${kind}-[0-9a-f]+([\\s,]+${kind}-[0-9a-f]+)*$`)),
  give: `ids as ${kind}-0a1b2c3d, with commas between them`,
});

export const domain: Parameter = {
  schema: z.string().regex(/^([a-z0-9-]+\.)+[a-z]{2,}$/),
  give: 'the name alone, in small letters, as softphone.example.com',
};

/** Those that CloudWatch Logs knows (its API Reference, PutRetentionPolicy, `retentionInDays`). */
const logDays = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];
export const logRetention: Parameter = {
  schema: digits.refine((text) => logDays.includes(Number(text))),
  give: `one of ${logDays.join(', ')}`,
};
