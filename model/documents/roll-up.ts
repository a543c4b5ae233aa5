import * as z from 'zod';
import { date, type Properties, stored } from './mapping.ts';

/**
 * How far the API calls' half hours are rolled up: one document of `softphone-roll-ups`, not dated.
 *
 * Of every index that has `rolled`, and of each half hour that is over by `rolledUntil`, the `half-hour` documents come to
 * exactly what those summaries do whose sequence number in the index is at most `rolled`. So whoever counts the half
 * hours, and the summaries with a higher number, misses nothing and counts nothing twice, however late a message came.
 */
export const rollUp = z.object({
  /** Absent until anything is rolled up. */
  rolledUntil: z.string().optional(),
  /** By name. */
  indices: z.record(
    z.string(),
    z.object({
      rolled: z.number().optional(),
      /** The highest number that was there at the last look: what the next one rolls up to. */
      seen: z.number(),
    }),
  ),
  /** While somebody is at it: until when nobody else shall begin. */
  busyUntil: z.string().optional(),
});
export type RollUp = Readonly<z.infer<typeof rollUp>>;

export const rollUpsIndex = 'softphone-roll-ups';
/** Of the only document there. */
export const rollUpId = 'api-half-hours';

export const rollUpMapping: Properties = { rolledUntil: date, busyUntil: date, indices: stored };
