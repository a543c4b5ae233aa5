import { ruleWords } from '../../../dashboards/alerts/alert-words.ts';
import type { SplitNames } from '../../../dashboards/split-names.ts';
import type { AlertRule } from '../../../model/alerts/rule.ts';
import type { RuleBook } from '../../../model/query/alerts.ts';
import { quietWords } from './quiet-words.ts';

/** What somebody has done to one rule, or to all of them; `id` is absent there. */
export type RuleDifference = { readonly id?: string; readonly text: string };

type Rules = Pick<RuleBook, 'rules' | 'foreign'>;

/** What differs between two writings of the rules, a sentence or two for each rule. */
export function differencesOf(before: Rules, after: Rules, names: SplitNames): RuleDifference[] {
  const wasThere = (rule: AlertRule) => before.rules.find(({ id }) => id === rule.id);
  const isThere = ({ id }: AlertRule) => after.rules.some((rule) => rule.id === id);
  return [
    ...after.rules.flatMap((rule) => {
      const old = wasThere(rule);
      if (!old) return [{ id: rule.id, text: `“${rule.name}” was added. ${ruleWords(rule, names)}` }];
      const changes = changesOf(old, rule, names);
      return changes.length > 0 ? [{ id: rule.id, text: `“${old.name}”: ${changes.join(' ')}` }] : [];
    }),
    ...before.rules
      .filter((rule) => !isThere(rule))
      .map(({ id, name }) => ({ id, text: `“${name}” was taken away.` })),
    ...(isReordered(before.rules, after.rules) ? [{ text: 'The order of the rules was changed.' }] : []),
    ...(namesOf(before) === namesOf(after)
      ? []
      : [{ text: 'Rules that this version does not understand were changed.' }]),
  ];
}

function changesOf(old: AlertRule, now: AlertRule, names: SplitNames): string[] {
  const [oldWords, nowWords] = [ruleWords(old, names), ruleWords(now, names)];
  const [oldQuiet, nowQuiet] = [quietWords(old), quietWords(now)];
  return [
    ...(now.name === old.name ? [] : [`It is called “${now.name}” now.`]),
    ...(now.enabled === old.enabled ? [] : [`It was switched ${now.enabled ? 'on' : 'off'}.`]),
    ...(now.severity === old.severity ? [] : [`It is ${now.severity} now.`]),
    ...(nowWords === oldWords ? [] : [`It was: ${oldWords} It is: ${nowWords}`]),
    ...(nowQuiet === oldQuiet ? [] : [nowQuiet || 'It has no quiet hours any more.']),
  ];
}

/** Of the rules that are in both. */
function isReordered(before: readonly AlertRule[], after: readonly AlertRule[]): boolean {
  const orderOf = (rules: readonly AlertRule[], others: readonly AlertRule[]) =>
    rules.map(({ id }) => id).filter((id) => others.some((other) => other.id === id));
  return orderOf(before, after).join() !== orderOf(after, before).join();
}

const namesOf = ({ foreign }: Rules) => JSON.stringify(foreign.map(({ name }) => name));
