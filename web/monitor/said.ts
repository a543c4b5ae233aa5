import type { Symptom } from '../../model/messages/symptoms.ts';

/** One thing that an agent says of a call: a symptom, that it was none, or words. */
export type Said = { readonly symptom: Symptom; readonly withdrawn?: true } | { readonly words: string };
