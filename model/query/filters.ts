import * as z from 'zod';
import { reportFailures } from '../messages/report-names.ts';
import { ratings } from '../quality/rating.ts';
import { type Dimension, dimensions } from './dimension.ts';
import { rangeFields, rangeIsUsable, unusableRange } from './range.ts';

/** Values of one dimension, any of which may match; an empty one stands for "not known". */
export const values = z.array(z.string().max(512)).max(100).optional();

/** Said one way only: what a page writes is what the contract says. */
export const flag = z
  .enum(['true', 'false'])
  .transform((text) => text === 'true')
  .optional();

/** The dimensions as filters. */
export const byDimension = z.object(
  Object.fromEntries(dimensions.map((dimension) => [dimension, values])) as Record<Dimension, typeof values>,
);

/** What narrows every panel. Strict: a filter that is misspelt must not quietly show everything. */
export const filters = byDimension
  .extend({
    ...rangeFields,
    rating: z.array(z.enum(ratings)).max(ratings.length).optional(),
    missed: flag,
    setupFailed: flag,
    /** What failed in the set-up: of calls and their reports. */
    failure: z.array(z.enum(reportFailures)).max(reportFailures.length).optional(),
    /** Of the agents' API calls. */
    operation: values,
  })
  .strict();
export type Filters = z.infer<typeof filters>;

/** `GET /query/view` takes nothing. */
export const viewQuery = z.object({}).strict();

/** `GET /query/overview` and `GET /query/findings`. */
export const overviewQuery = filters.refine(rangeIsUsable, unusableRange);

/** `GET /query/filters`: of the calls of a range, or of its contacts, of which some have no call. */
export const choicesQuery = filters
  .extend({ of: z.enum(['calls', 'contacts']).default('calls') })
  .refine(rangeIsUsable, unusableRange);
export type ChoicesQuery = z.infer<typeof choicesQuery>;

/** By what the list of calls can be sorted: the name in a query string → the field. */
export const sortFields = {
  startedAt: '@timestamp',
  mos: 'mos.avg',
  poorPercent: 'poorPercent',
  talkSeconds: 'talkSeconds',
  lossToAgent: 'toAgent.packetsLostPercent',
  lossFromAgent: 'fromAgent.packetsLostPercent',
  roundTripTime: 'fromAgent.roundTripTimeMillis.avg',
  jitter: 'toAgent.jitterMillis.avg',
} as const;
export type SortField = keyof typeof sortFields;

/** A call without the figure is sorted as one that is infinitely far away; JSON has no number for that. */
export const sortValue = z.union([z.number(), z.enum(['Infinity', '-Infinity'])]);

/** Where a page of the list ended: the sort values of its last call. */
export const cursor = z.tuple([sortValue, z.string().max(64), z.string().max(100)]);
export type Cursor = z.infer<typeof cursor>;

/** Where a page of a list ended, as JSON; `format` names the form in the API's description. */
export const cursorText = <Ended extends z.ZodType>(ended: Ended, format: string) =>
  z
    .string()
    .max(500)
    .meta({ format })
    .transform((text, context): z.infer<Ended> => {
      const parsed = ended.safeParse(fromJson(text));
      if (parsed.success) return parsed.data;
      context.addIssue({ code: 'custom', message: 'not a cursor that a list gave' });
      return z.NEVER;
    });

/** `GET /query/calls`. */
export const callsQuery = filters
  .extend({
    /** The beginning of a contact id or of an agent's user name. */
    search: z.string().max(100).trim().optional(),
    sort: z.enum(Object.keys(sortFields) as [SortField, ...SortField[]]).default('startedAt'),
    order: z.enum(['asc', 'desc']).default('desc'),
    after: cursorText(cursor, 'call-cursor').optional(),
    size: z.coerce.number().int().min(1).max(100).default(25),
  })
  .refine(rangeIsUsable, unusableRange)
  .refine(cursorFits, { message: 'a cursor of a list that was sorted otherwise', path: ['after'] });
export type CallsQuery = z.infer<typeof callsQuery>;

/** `GET /query/calls/{contactId}`: a contact has one call per agent who was rung. */
export const callQuery = z
  .object({
    // A dimension, so it comes as a list.
    agent: z
      .tuple([z.string().max(100)])
      .transform(([only]) => only)
      .optional(),
  })
  .strict();

/** The search engine refuses a time with a fraction, or one infinitely far away. */
function cursorFits({ sort, after }: { sort: SortField; after?: Cursor | undefined }): boolean {
  return !after || sort !== 'startedAt' || Number.isSafeInteger(after[0]);
}

const lists: readonly string[] = [
  ...dimensions,
  'rating',
  'failure',
  'operation',
  'panel',
  'channel',
  'initiationMethod',
  'disconnectReason',
  'disconnectIssue',
  'verdict',
];

/**
 * A query string as the schemas above take it: dimensions as lists, the rest once. A single value that is repeated
 * stays a list, which the schemas refuse.
 *
 * @param query the pairs of a query string, such as a URLSearchParams
 */
export function fromQueryString(query: Iterable<readonly [string, string]>): Record<string, unknown> {
  const all = new Map<string, string[]>();
  for (const [key, value] of query) all.set(key, [...(all.get(key) ?? []), value]);
  const entries = [...all].map(([key, values]) => {
    const single = !lists.includes(key) && values.length === 1;
    return [key, single ? values[0] : values] as const;
  });
  return Object.fromEntries(entries);
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
