import { z } from 'zod';
import { network } from '../relay/network.ts';

const ringing = {
  /** User name; may be left out while one page is open. */
  agent: z.string().optional(),
  autoAccept: z.boolean().default(true),
  network: network.optional(),
  /**
   * Makes the softphone fail where it would in the field: no TURN server reachable (`ice`), the call refused (`handshake`),
   * no microphone (`microphone`).
   */
  fail: z.enum(['ice', 'handshake', 'microphone']).optional(),
  /** false: the contact leaves at once when it ends, without an `ended` state, so Streams makes no report. */
  afterContactWork: z.boolean().default(true),
};
/** Name of a queue; the first of the agent's routing profile, or of all, if left out. */
const queue = z.string().optional();

/** POST /calls */
export const callRequest = z.strictObject({
  ...ringing,
  queue,
  /** The flow looks the customer up, and goes on by its error branch. */
  lookupFails: z.boolean().default(false),
});
/** POST /calls with `waits`: nobody is rung. */
export const waitingRequest = callRequest
  .pick({ queue: true, lookupFails: true })
  .extend({ waits: z.literal(true) });
/** POST /calls/{contactId}/ring */
export const ringRequest = z.strictObject(ringing);
/** POST /calls/{contactId}/transfer: into a queue, or to a number outside (E.164). */
export const transferRequest = z.union([
  z.strictObject({ queue: z.string() }),
  z.strictObject({ toNumber: z.string().regex(/^\+\d{5,15}$/, 'A number is a + and digits') }),
]);
/** POST /calls/{contactId}/callback: into the same queue if none is named. */
export const callbackRequest = z.strictObject({ queue });
/** PATCH /calls/{contactId}: what is not named stays. */
export const callChange = z.strictObject({
  network: network.optional(),
  /** true: the customer says nothing any more; packets come all the same. */
  customerSilent: z.boolean().optional(),
});
/** PUT /api-latency: operation → milliseconds. Replaces what was set before. */
export const apiLatency = z.record(z.string(), z.number().min(0).max(60_000));
/** PUT /api-errors: operation → HTTP status. Replaces what was set before. */
export const apiErrors = z.record(z.string(), z.number().int().min(400).max(599));

export type RingRequest = z.infer<typeof ringRequest>;
