import * as z from 'zod';
import { instant } from './envelope.ts';
import { mostReadinessChanges, readinessKinds } from './readiness-kinds.ts';

/** A trouble that begins or is over, while its agent is signed in and not in a call. */
const readinessChange = z.object({
  kind: z.enum(readinessKinds),
  present: z.boolean(),
  at: instant,
});
export type ReadinessChange = z.infer<typeof readinessChange>;

export const readinessChanges = z.array(readinessChange).min(1).max(mostReadinessChanges);
