import type { AlertRule } from '../../../model/alerts/rule.ts';
import type { ForeignRule, RuleBook, RuleBookChange } from '../../../model/query/alerts.ts';

/** What an admin wants done with one rule. It says nothing of the others, so it can be done to any writing of them. */
export type RuleEdit =
  /** In the place of the one with its id; at the end where there is none. */
  | { readonly kind: 'put'; readonly rule: AlertRule }
  | { readonly kind: 'remove'; readonly id: string }
  | { readonly kind: 'moveUp'; readonly id: string }
  /** Of a rule that is not understood only its place is sure, and that only in the writing in which it was seen. */
  | { readonly kind: 'removeForeign'; readonly foreign: ForeignRule };

/** The request that does an edit to that writing of the rules, and is refused when there is a newer one. */
export function changeBy(edit: RuleEdit, { version, rules }: RuleBook): RuleBookChange {
  if (edit.kind === 'removeForeign') return { version, rules, withoutForeign: [edit.foreign.place] };
  return { version, rules: edited(rules, edit) };
}

function edited(
  rules: readonly AlertRule[],
  edit: Exclude<RuleEdit, { kind: 'removeForeign' }>,
): AlertRule[] {
  switch (edit.kind) {
    case 'put': {
      const { rule } = edit;
      if (!rules.some(({ id }) => id === rule.id)) return [...rules, rule];
      return rules.map((other) => (other.id === rule.id ? rule : other));
    }
    case 'remove':
      return rules.filter(({ id }) => id !== edit.id);
    case 'moveUp':
      return movedUp(
        rules,
        rules.findIndex(({ id }) => id === edit.id),
      );
  }
}

function movedUp(rules: readonly AlertRule[], i: number): AlertRule[] {
  const moved = [...rules];
  if (i > 0) moved.splice(i - 1, 2, ...rules.slice(i - 1, i + 1).reverse());
  return moved;
}
