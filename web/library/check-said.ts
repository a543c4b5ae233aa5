import * as z from 'zod/mini';
import { symptoms } from '../../model/messages/symptoms.ts';
import type { Said } from '../monitor/said.ts';

const schema = z.union([
  z.strictObject({
    symptom: z.enum(symptoms),
    withdrawn: z.optional(z.literal(true)),
  }),
  z.strictObject({ words: z.string() }),
]);

/** Gives what the agent says. Throws a TypeError where it is neither a symptom nor words. */
export function checkSaid(said: Said): Said {
  if (schema.safeParse(said).success) return said;
  throw new TypeError(
    `reportProblem: Give {symptom, withdrawn?: true}, of ${symptoms.join(', ')}; or {words}, a text.`,
  );
}
