import type { EvidenceOfContact, Neighbourhood } from './evidence.ts';
import type { VerdictLimits } from './limits.ts';
import type { Finding } from './verdict.ts';

/** What there is to judge by. */
export type Case = {
  readonly contact: EvidenceOfContact;
  readonly neighbours: Neighbourhood;
  readonly limits: VerdictLimits;
};

/** What is found of a fact: whether it holds, null where that cannot be told, and by which figures. */
export type Found = Omit<Finding, 'fact'>;

/** Something that is so, or is not, or that nobody can tell. */
export type Fact = (its: Case) => Found;
