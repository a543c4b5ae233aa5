import * as z from 'zod';
import { dimensions } from './dimension.ts';

/** Calls that are worse than all others: a group that stands out beyond chance, and when it did. */
export const callFinding = z.object({
  dimension: z.enum(dimensions as [(typeof dimensions)[number], ...typeof dimensions]),
  key: z.string(),
  poorCalls: z.number(),
  classifiedCalls: z.number(),
  /** Poor calls in percent of the classified ones of everyone else. */
  elsewherePercent: z.number(),
  /** The stretch in which most of it happened; absent where it went on all the time. */
  during: z.object({ from: z.string(), to: z.string() }).optional(),
});
export type CallFinding = z.infer<typeof callFinding>;

/** An operation of the agent API that was slow for a while. */
export const apiFinding = z.object({
  operation: z.string(),
  from: z.string(),
  to: z.string(),
  /** 95th percentile then, and in the median column of the rest of the range. */
  thenMillis: z.number(),
  usuallyMillis: z.number(),
  calls: z.number(),
});
export type ApiFinding = z.infer<typeof apiFinding>;

/** Answer of `GET /query/findings`. */
export const findings = z.object({ calls: z.array(callFinding), api: z.array(apiFinding) });
