import type { AlertRule } from '../../../model/alerts/rule.ts';

/** When a rule tells nobody; empty where it always does. */
export function quietWords({ quietHours }: Pick<AlertRule, 'quietHours'>): string {
  if (!quietHours) return '';
  return `Nobody is told from ${quietHours.from} to ${quietHours.to} (${quietHours.zone}).`;
}
