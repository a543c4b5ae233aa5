import type { AlertRule } from '../../model/alerts/rule.ts';

/** The time that a rule looks at: its window up to now, in the form of the pages' filters. */
export function windowOf({ windowMinutes }: Pick<AlertRule, 'windowMinutes'>, now: Date) {
  const from = new Date(now.getTime() - windowMinutes * 60_000);
  return { from: from.toISOString(), to: now.toISOString(), zone: 'UTC' };
}
