import * as z from 'zod';
import { callSummary } from '../documents/call-summary.ts';
import { dimensions } from '../documents/dimensions.ts';
import { cursor } from './filters.ts';

/** What a list may be asked to show of the agent, the place and the device. */
const whoAndWhere = dimensions.pick({
  agentRoutingProfile: true,
  agentHierarchy: true,
  site: true,
  geo: true,
  as: true,
  browser: true,
  os: true,
});

/** What a list shows of a call. */
export const callRow = z.object({
  '@timestamp': z.string(),
  contactId: z.string(),
  agent: z.string(),
  contactQueue: z.string().optional(),
  signalingEndpoint: z.string().optional(),
  ...whoAndWhere.shape,
  ...callSummary.shape,
  failures: z.array(z.string()),
});
export type CallRow = z.infer<typeof callRow>;

/** Answer of `GET /query/calls`. */
export const callList = z.object({
  total: z.number(),
  calls: z.array(callRow),
  /** Ask with this as `after` for what comes next; null where nothing does. */
  next: cursor.nullable(),
});
export type CallList = z.infer<typeof callList>;
