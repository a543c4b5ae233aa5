import { faultRules, unclearRules } from '../../../model/verdict/rules.ts';

const says = new Map([...faultRules, ...unclearRules].map((rule) => [rule.name, rule.says]));

/** What a rule says to a manager; of a rule that there is no more its name. */
export function ruleSays(name: string): string {
  return says.get(name) ?? `The rule ${name}, which this version no longer has.`;
}
