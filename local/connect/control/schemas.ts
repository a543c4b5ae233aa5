import { z } from 'zod';
import { network } from '../relay/network.ts';

/** POST /calls */
export const callRequest = z.strictObject({
  /** User name; may be left out while one page is open. */
  agent: z.string().optional(),
  /** Name of a queue; the first of the agent's routing profile if left out. */
  queue: z.string().optional(),
  autoAccept: z.boolean().default(true),
  network: network.optional(),
  /**
   * Makes the softphone fail where it would in the field: no TURN server reachable (`ice`), the call refused (`handshake`),
   * no microphone (`microphone`).
   */
  fail: z.enum(['ice', 'handshake', 'microphone']).optional(),
  /** false: the contact leaves at once when it ends, without an `ended` state, so Streams makes no report. */
  afterContactWork: z.boolean().default(true),
});
/** PATCH /calls/{contactId} */
export const callChange = z.strictObject({ network });
/** PUT /api-latency: operation → milliseconds. Replaces what was set before. */
export const apiLatency = z.record(z.string(), z.number().min(0).max(60_000));
/** PUT /api-errors: operation → HTTP status. Replaces what was set before. */
export const apiErrors = z.record(z.string(), z.number().int().min(400).max(599));

export type CallRequest = z.infer<typeof callRequest>;
