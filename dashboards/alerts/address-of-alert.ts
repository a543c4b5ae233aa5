import type { Alert } from '../../model/alerts/alert.ts';
import { type AlertRule, alertSplits } from '../../model/alerts/rule.ts';
import { api } from '../pages/api.ts';
import { watchedMeasure } from './alert-measures.ts';

/** So much after an alert was raised is shown of one that is not over. */
const afterwardsMillis = 3_600_000;

/**
 * Where the managers' pages show what an alert is about: the path and query of the page, with the time around it and
 * everything narrowed to its group. Of an agent's run that is the list of the poor calls.
 */
export function addressOfAlert(alert: Pick<Alert, 'rule' | 'scope' | 'raisedAt' | 'clearedAt'>): string {
  const { rule, scope, raisedAt, clearedAt } = alert;
  const raised = Date.parse(raisedAt);
  const iso = (at: number) => new Date(at).toISOString();
  const pairs: [string, string][] = [
    ['from', iso(raised - rule.windowMinutes * 60_000)],
    ['to', clearedAt ?? iso(raised + afterwardsMillis)],
    ...chosen(rule.kind === 'run' ? { agent: scope.agent ?? [] } : scope),
    ...(rule.kind === 'run' ? [['rating', 'poor'] as [string, string]] : []),
  ];
  const query = pairs.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  return `${pageOf(rule)}?${query}`;
}

function pageOf(rule: AlertRule): string {
  if (rule.kind === 'run') return '/calls';
  return watchedMeasure(rule)?.index === 'softphone-api-metrics' ? `/${api.id}` : '/';
}

function chosen(scope: Alert['scope']): [string, string][] {
  return alertSplits.flatMap((split) =>
    (scope[split] ?? []).map((value): [string, string] => [split, value]),
  );
}
