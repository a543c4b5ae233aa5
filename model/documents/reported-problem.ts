import * as z from 'zod';
import type { CallProblem } from '../messages/problem.ts';
import { saidSymptoms } from '../messages/said-symptoms.ts';
import { symptoms } from '../messages/symptoms.ts';
import { date, keyword, type Mapping, object } from './mapping.ts';

/** What an agent says was wrong with a call, as documents have it. */
export const reportedProblem = z.object({
  symptoms: z.array(z.enum(symptoms)),
  /** When the first of them was said. */
  reportedAt: z.string(),
  words: z.string().optional(),
});
export type ReportedProblem = z.infer<typeof reportedProblem>;

export const reportedProblemMapping: Mapping = object({
  symptoms: keyword,
  reportedAt: date,
  // Read beside the call; nobody looks for calls by what somebody wrote.
  words: { type: 'keyword', index: false, doc_values: false },
});

/** What is still said; undefined where nothing was, or all of it is taken back. Pure. */
export function reportedProblemOf(problem: CallProblem | undefined): ReportedProblem | undefined {
  const said = saidSymptoms(problem);
  const [first] = (problem?.symptoms ?? [])
    .filter(({ symptom }) => said.includes(symptom))
    .map(({ at }) => at)
    .sort();
  if (first === undefined) return undefined;
  const words = problem?.words?.text;
  return {
    symptoms: said,
    reportedAt: first,
    ...(words === undefined ? {} : { words }),
  };
}
