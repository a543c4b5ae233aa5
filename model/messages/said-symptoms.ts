import type { CallProblem } from './problem.ts';
import { type Symptom, symptoms } from './symptoms.ts';

/** The symptoms that are said and not taken back, in their usual order. Pure. */
export function saidSymptoms(problem: CallProblem | undefined): Symptom[] {
  return symptoms.filter((symptom) =>
    problem?.symptoms.some((said) => said.symptom === symptom && !said.withdrawn),
  );
}
