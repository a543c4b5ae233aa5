import { z } from 'zod';
import { dimensions } from './dimension.ts';
import { figures } from './figure.ts';
import { qualityLimits } from './limits.ts';

/** One measure over time: an entry per column of the picture. */
export const column = z.object({ values: z.array(z.number().nullable()), restsOn: z.array(z.number()) });
export type Column = z.infer<typeof column>;

/** Measures over time. */
const timeline = z.object({
  /** As OpenSearch writes it: `1h`. */
  interval: z.string(),
  /** When each column begins (UTC); the last one ends with the range. */
  times: z.array(z.iso.datetime()),
  columns: z.record(z.string(), column),
});

/** The calls that share one value of a dimension; null where the value is not known. */
const group = z.object({
  key: z.string().nullable(),
  /** Of poor calls alone: `GET /query/figures` has the others. */
  figures,
  /** The share of poor calls, a column per time of the overview's `groupTimes`. */
  poorCalls: column,
});
export type Group = z.infer<typeof group>;

const breakdown = z.object({
  dimension: z.enum(dimensions as [(typeof dimensions)[number], ...typeof dimensions]),
  groups: z.array(group),
  /** True where there are more values than were asked for; those with the most poor calls are here. */
  more: z.boolean(),
});
export type Breakdown = z.infer<typeof breakdown>;

/** Answer of `GET /query/overview`. */
export const overview = z.object({
  /** The range that was asked for, as instants. */
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  limits: qualityLimits,
  totals: figures,
  /** Of the period before, to compare with: see `periodBefore`. */
  before: figures,
  overTime: timeline,
  /** Fewer columns than `overTime`: just enough to see when. */
  groupTimes: z.array(z.iso.datetime()),
  breakdowns: z.array(breakdown),
  /** Calls by what failed in their set-up; a call may have several. */
  setupFailures: z.array(z.object({ failure: z.string(), calls: z.number() })),
});
export type Overview = z.infer<typeof overview>;
