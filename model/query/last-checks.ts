import * as z from 'zod';
import {
  checkOutcomes,
  preflightChecks,
  preflightOutcomes,
  preflightReasons,
} from '../messages/preflight.ts';

/** What did not pass in an agent's last check, and why. */
const fault = z.object({
  check: z.enum(preflightChecks),
  outcome: z.enum(checkOutcomes),
  reason: z.enum(preflightReasons).nullable(),
  /** In the check's own unit, see `preflightChecks`; null where nothing was measured. */
  value: z.number().nullable(),
});
export type CheckFault = z.infer<typeof fault>;

const lastCheck = z.object({
  agent: z.string(),
  /** Null where it is not known, as is the routing profile. */
  site: z.string().nullable(),
  routingProfile: z.string().nullable(),
  at: z.iso.datetime(),
  trigger: z.enum(['page', 'signIn']),
  outcome: z.enum(preflightOutcomes),
  /** Failed ones first. */
  faults: z.array(fault),
});
export type LastCheck = z.infer<typeof lastCheck>;

/** Answer of `GET /query/last-checks`. */
export const lastChecks = z.object({
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  /** Agents by what their last check of the range came to. */
  agents: z.object({ failed: z.number(), limited: z.number(), ready: z.number() }),
  /** Those whose last check was not good, failed ones first, then the newest. */
  checks: z.array(lastCheck),
  /** True where there are more agents than one answer looks at: those with the newest checks are counted. */
  more: z.boolean(),
});
export type LastChecks = z.infer<typeof lastChecks>;
