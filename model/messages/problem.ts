import * as z from 'zod';
import { instant, text } from './envelope.ts';
import { mostWords, symptoms } from './symptoms.ts';

/** What an agent says was wrong with a call, as far as it is said: of each symptom and of the words only the last. */
export const callProblem = z.object({
  symptoms: z
    .array(
      z.object({
        symptom: z.enum(symptoms),
        at: instant,
        /** Taken back: a slip of the mouse is no evidence. */
        withdrawn: z.literal(true).optional(),
      }),
    )
    .min(1)
    .max(symptoms.length),
  /** Cleaned by the page, and by the functions once more (clean-words.ts). */
  words: z.object({ at: instant, text: text(mostWords) }).optional(),
});
export type CallProblem = z.infer<typeof callProblem>;
