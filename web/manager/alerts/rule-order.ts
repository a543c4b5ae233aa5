import type { AlertRule } from '../../../model/alerts/rule.ts';
import type { ForeignRule, RuleBook } from '../../../model/query/alerts.ts';

export type RuleEntry = { readonly rule: AlertRule } | { readonly foreign: ForeignRule };

/** All rules as they are stored: what is not understood at its own place, the others in theirs between them. */
export function inOrder({ rules, foreign }: Pick<RuleBook, 'rules' | 'foreign'>): RuleEntry[] {
  const entries: RuleEntry[] = rules.map((rule) => ({ rule }));
  for (const its of [...foreign].sort((a, b) => a.place - b.place)) {
    entries.splice(its.place, 0, { foreign: its });
  }
  return entries;
}
