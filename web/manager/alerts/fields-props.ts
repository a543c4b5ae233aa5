import type { DraftFaults, RuleDraft } from './rule-draft.ts';

/** Of some fields of the form: what is typed, how to change it, and what is wrong with it once somebody wanted to save. */
export type FieldsProps = {
  readonly draft: RuleDraft;
  readonly faults: DraftFaults;
  readonly onChange: (draft: RuleDraft) => void;
};
