import * as z from 'zod';
import { dimensions } from './dimension.ts';
import { figures } from './figure.ts';
import { qualityLimits } from './limits.ts';

/** One column of a picture over time: from `at` (UTC) to the next one. */
const point = z.object({ at: z.iso.datetime(), figures });
export type Point = z.infer<typeof point>;

/** The calls that share one value of a dimension; null where the value is not known. */
const group = z.object({
  key: z.string().nullable(),
  figures,
  /** Fewer columns than the overview's own: just enough to see when. */
  overTime: z.array(point),
});
export type Group = z.infer<typeof group>;

const breakdown = z.object({
  dimension: z.enum(dimensions as [(typeof dimensions)[number], ...typeof dimensions]),
  groups: z.array(group),
  /** True where there are more values than were asked for. */
  more: z.boolean(),
});
export type Breakdown = z.infer<typeof breakdown>;

const operation = z.object({ name: z.string(), figures, overTime: z.array(point) });
export type Operation = z.infer<typeof operation>;

/** Answer of `GET /query/overview`. */
export const overview = z.object({
  /** As OpenSearch writes it: `1h`. */
  interval: z.string(),
  groupInterval: z.string(),
  limits: qualityLimits,
  totals: figures,
  /** The same length of time just before, to compare with. */
  before: figures,
  overTime: z.array(point),
  breakdowns: z.array(breakdown),
  /** Calls by what failed in their set-up; a call may have several. */
  setupFailures: z.array(z.object({ failure: z.string(), calls: z.number() })),
  api: z.object({
    /** The agents' API calls, long polls left out. */
    totals: figures,
    operations: z.array(operation),
    /** Filters that API calls know nothing of and that were therefore left out. */
    ignoredFilters: z.array(z.string()),
  }),
});
export type Overview = z.infer<typeof overview>;
