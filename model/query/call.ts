import * as z from 'zod';
import { contactFacts, dimensions } from '../documents/dimensions.ts';
import { streamWindowDocument } from '../documents/stream-window.ts';
import { callEvent, callWarning } from '../messages/call.ts';
import { callReport } from '../messages/softphone-report.ts';
import { callRow } from './call-row.ts';
import { qualityLimits } from './limits.ts';

/** A call with all that is known of who, where and when. */
export const callDetail = callRow
  .extend(dimensions.shape)
  .extend(contactFacts.shape)
  .extend({
    receivedAt: z.string(),
    clockSkewMillis: z.number().optional(),
    events: z.array(callEvent),
    warnings: z.array(callWarning).optional(),
  });
export type CallDetail = z.infer<typeof callDetail>;

/** What the timeline draws of a window; who and where is the call's own. */
export const callWindow = streamWindowDocument.pick({
  softphoneStreamType: true,
  startedAt: true,
  windowSeconds: true,
  sampleCount: true,
  packetsLostPercent: true,
  roundTripTimeBorrowed: true,
  silentSeconds: true,
  concealedPercent: true,
  mos: true,
  rating: true,
  ratingReasons: true,
  samples: true,
});
export type CallWindow = z.infer<typeof callWindow>;

export const apiFailure = z.object({
  name: z.string(),
  at: z.string(),
  failure: z.enum(['error', 'fault']),
  httpStatus: z.number().optional(),
  errorType: z.string().optional(),
  failureMillis: z.number().optional(),
});

/** Answer of `GET /query/calls/{contactId}`. */
export const callAnswer = z.object({
  call: callDetail,
  windows: z.array(callWindow),
  /** True where the call has more windows than one answer can hold. */
  windowsCut: z.boolean(),
  report: callReport.nullable(),
  /** The agent's failed API calls while the call lasted. */
  apiFailures: z.array(apiFailure),
  /** Agents for whom this contact has a call: more than one after a missed call or a transfer. */
  agents: z.array(z.string()),
  limits: qualityLimits,
});
export type CallAnswer = z.infer<typeof callAnswer>;
