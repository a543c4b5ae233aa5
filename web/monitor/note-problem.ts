import { cleanWords } from '../../model/messages/clean-words.ts';
import type { CallProblem } from '../../model/messages/problem.ts';
import type { CallRecord } from './call-record.ts';
import type { Said } from './said.ts';

/**
 * What is said adds to what is known of the call. Words without a symptom say nothing that could be counted: they are
 * not taken. They are cleaned here, before they go anywhere.
 */
export function noteProblem(record: CallRecord, said: Said, now: number): CallRecord {
  const at = new Date(now).toISOString();
  if ('words' in said) {
    const text = cleanWords(said.words);
    if (!record.problem || !text) return record;
    return { ...record, problem: { ...record.problem, words: { at, text } } };
  }
  const others = record.problem?.symptoms.filter(({ symptom }) => symptom !== said.symptom) ?? [];
  const symptoms: CallProblem['symptoms'] = [...others, { ...said, at }];
  return { ...record, problem: { ...record.problem, symptoms } };
}
