import * as z from 'zod';
import { datedKinds } from '../../model/documents/kinds.ts';
import type { KeptState } from '../clients/state-object.ts';

/** Where the sink is, kept between its runs. */
const sinkState = z.object({
  version: z.literal(1),
  heldUntil: z.number(),
  /** The kinds that were forwarded at the last look: of a new one, what was there before is not. */
  kinds: z.array(z.string()),
  /** By name; writings to an index are numbered by OpenSearch itself (functions/roll-up/new-summaries.ts). */
  indices: z.record(
    z.string(),
    z.object({
      kind: z.enum(datedKinds),
      /** Up to this number all was taken by the partner, or set aside. */
      sent: z.number(),
      /** The highest number that was there at the last look: what the next one sends up to. */
      seen: z.number(),
    }),
  ),
  /** How often in a row the partner has failed, since when, and until when it is left alone; 0 where it has not. */
  failures: z.number(),
  failingSince: z.number(),
  retryAt: z.number(),
});
export type SinkState = z.infer<typeof sinkState>;

/** Before anything was forwarded. */
export const noSinkState: SinkState = {
  version: 1,
  heldUntil: 0,
  kinds: [],
  indices: {},
  failures: 0,
  failingSince: 0,
  retryAt: 0,
};

/** What was kept; undefined where nothing was, or something that this version does not know. */
export function sinkStateOf(kept: KeptState | undefined): SinkState | undefined {
  try {
    return kept && sinkState.safeParse(JSON.parse(kept.text)).data;
  } catch {
    return undefined;
  }
}
