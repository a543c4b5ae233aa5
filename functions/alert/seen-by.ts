import type { Alert } from '../../model/alerts/alert.ts';
import type { AlertRule } from '../../model/alerts/rule.ts';
import type { ManagerView, ViewLimit } from '../../model/query/manager-view.ts';

/**
 * Whether somebody may see an alert: all that it is about must be within one of their limits. One about a site counts
 * calls of all its queues, so whoever may see one of those does not see it.
 */
export function seesAlert({ limits }: ManagerView, { scope }: Pick<Alert, 'scope'>): boolean {
  return limits === null || limits.some((limit) => isWithin(scope, limit));
}

/**
 * An alert as who may see it sees it. A rule that watches several queues has their names in it; to a limited view it is
 * one that watches what the alert is about.
 */
export function alertSeenBy({ limits }: ManagerView, alert: Alert): Alert {
  if (limits === null) return alert;
  const { rule, scope } = alert;
  const named = Object.keys(rule.filters) as (keyof AlertRule['filters'])[];
  const filters = Object.fromEntries(named.map((split) => [split, scope[split]]));
  return { ...alert, rule: { ...rule, filters } };
}

/** Whether somebody may see a rule: one that names no values names nothing that is not theirs. */
export function seesRule(view: ManagerView, { filters }: Pick<AlertRule, 'filters'>): boolean {
  return Object.keys(filters).length === 0 || seesAlert(view, { scope: filters });
}

/** A limit by nothing would be none; it lets nothing through. */
function isWithin(scope: Alert['scope'], limit: ViewLimit): boolean {
  const by = Object.entries(limit) as [keyof ViewLimit, readonly string[]][];
  return (
    by.length > 0 &&
    by.every(([dimension, allowed]) => {
      const its = scope[dimension] ?? [];
      return its.length > 0 && its.every((value) => allowed.includes(value));
    })
  );
}
