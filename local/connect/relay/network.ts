import { z } from 'zod';

/** The faults of one direction of a call's path. */
export const direction = z.strictObject({
  /** Share of the RTP packets that are dropped. */
  lossPercent: z.number().min(0).max(100).optional(),
  /** Constant delay of every packet, RTCP, STUN and DTLS too, so the round trip is the sum of both directions. */
  delayMs: z.number().min(0).max(10_000).optional(),
  /**
   * Each RTP packet waits up to three times this longer, evenly distributed, but never overtakes the one before.
   * The mean difference of two such waits is jitterMs, which is what RFC 3550 §6.4.1 measures; because the order is kept, a
   * stream of 20 ms packets measures less above 10 ms: 10 → 9.7, 20 → 15.7, 30 → 19.3, 50 → 23.4.
   */
  jitterMs: z.number().min(0).max(1_000).optional(),
});
export const network = z.strictObject({ toAgent: direction.optional(), fromAgent: direction.optional() });

export type Direction = z.infer<typeof direction>;
export type Network = z.infer<typeof network>;
export type DirectionFaults = Required<{ [K in keyof Direction]-?: NonNullable<Direction[K]> }>;

export const CLEAN_PATH: DirectionFaults = { lossPercent: 0, delayMs: 0, jitterMs: 0 };

/** The faults after a change: what the change does not name stays. */
export function changed(faults: DirectionFaults, change: Direction = {}): DirectionFaults {
  return {
    lossPercent: change.lossPercent ?? faults.lossPercent,
    delayMs: change.delayMs ?? faults.delayMs,
    jitterMs: change.jitterMs ?? faults.jitterMs,
  };
}
