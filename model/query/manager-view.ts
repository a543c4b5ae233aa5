import * as z from 'zod';
import { levelNames } from '../documents/connect-instance.ts';

/** By what a manager's view can be limited: names of dimensions. */
export const limitingDimensions = ['queue', 'level1', 'level2', 'level3', 'level4', 'level5'] as const;

/** Calls in which each of these dimensions has one of the values. */
export const viewLimit = z.partialRecord(z.enum(limitingDimensions), z.array(z.string()));
export type ViewLimit = z.infer<typeof viewLimit>;

/** What somebody may see. */
export const managerView = z.object({
  /** A call may be seen where any of these holds; null where all may. */
  limits: z.array(viewLimit).nullable(),
  /** Whether agents' API calls may be seen: they belong to no queue, so not by whoever is limited to queues. */
  apiCalls: z.boolean(),
});
export type ManagerView = z.infer<typeof managerView>;

/** How many alerts are raised now, of those that somebody may see. */
export const raisedAlerts = z.object({ critical: z.number(), warning: z.number() });
export type RaisedAlerts = z.infer<typeof raisedAlerts>;

/** Answer of `GET /query/view`: what whoever asks may see, and whether they should look at it. */
export const viewAnswer = managerView.extend({
  /** Null where that cannot be said now. */
  raised: raisedAlerts.nullable(),
  /** What the instance calls the levels of its hierarchy; empty where that is not known. */
  levelNames,
});
export type ViewAnswer = z.infer<typeof viewAnswer>;
