import { expect, test } from 'vitest';
import { defaultRules } from '../../dashboards/alerts/default-rules.ts';
import { type Alert, alertDocument } from '../../model/alerts/alert.ts';
import type { AlertRule } from '../../model/alerts/rule.ts';
import type { ManagerView } from '../../model/query/manager-view.ts';
import type { Search } from '../query/ask.ts';
import { listAlerts } from './list-alerts.ts';

const range = { from: '2026-03-04T00:00:00.000Z', to: '2026-03-05T00:00:00.000Z' };
const everything = { limits: null, apiCalls: true };

function alertOf(id: string, scope: Alert['scope']): Alert {
  const raisedAt = '2026-03-04T10:00:00.000Z';
  const reading = { value: 40, restsOn: 50, at: raisedAt };
  const readings = { first: reading, worst: reading, latest: reading };
  const rule = defaultRules[0] as AlertRule;
  return { id, revision: 1, rule, group: 'x', scope, raisedAt, ...readings, notices: [] };
}

/** Search that finds these, and remembers what it was asked. */
function finding(documents: readonly unknown[]) {
  const asked: Search[] = [];
  const ask = async (searches: readonly Search[]) => {
    asked.push(...searches);
    return [{ hits: { hits: documents.map((_source) => ({ _source })) } }];
  };
  return { ask, asked };
}

test('gives what was raised before the end of the range and was not over at its beginning', async () => {
  const { ask, asked } = finding([alertDocument(alertOf('a', { site: ['Lisbon'] }))]);
  expect((await listAlerts(range, ask, everything)).alerts.map(({ id }) => id)).toEqual(['a']);
  const text = JSON.stringify(asked);
  expect(text).toContain(`{"range":{"raisedAt":{"lt":"${range.to}"}}}`);
  expect(text).toContain(`{"range":{"clearedAt":{"gte":"${range.from}"}}}`);
});

test('leaves out what somebody may not see, and what this version cannot read', async () => {
  const documents = [
    alertDocument(alertOf('theirs', { queue: ['Billing'] })),
    alertDocument(alertOf('foreign', { queue: ['VIP'] })),
    { alert: { id: 'of a newer version' } },
  ];
  const view = { limits: [{ queue: ['Billing'] }], apiCalls: false };
  expect((await listAlerts(range, finding(documents).ask, view)).alerts.map(({ id }) => id)).toEqual([
    'theirs',
  ]);
});

test('names to a limited manager no other queue that the alert’s rule watches', async () => {
  const theirs = alertOf('theirs', { queue: ['Billing'], direction: ['INBOUND'] });
  const filters = { queue: ['Billing', 'VIP'], direction: ['INBOUND'] };
  const stored = alertDocument({ ...theirs, rule: { ...theirs.rule, filters } });
  const filtersSeenBy = async (view: ManagerView) =>
    (await listAlerts(range, finding([stored]).ask, view)).alerts[0]?.rule.filters;
  const view = { limits: [{ queue: ['Billing'] }], apiCalls: false };
  expect(await filtersSeenBy(view)).toEqual({ queue: ['Billing'], direction: ['INBOUND'] });
  expect(await filtersSeenBy(everything)).toEqual(filters);
});

test('says when there are more than it gives', async () => {
  const many = Array.from({ length: 1001 }, (_, i) => alertDocument(alertOf(String(i), {})));
  const answer = await listAlerts(range, finding(many).ask, everything);
  expect(answer.alerts).toHaveLength(1000);
  expect(answer.more).toBe(true);
});

test('an alert that names agents is found by whoever erases one of them', () => {
  const agent = ['ana.silva', 'rui.martins'];
  expect(alertDocument(alertOf('a', { agent })).agent).toEqual(agent);
  expect(alertDocument(alertOf('a', {}))).not.toHaveProperty('agent');
});
