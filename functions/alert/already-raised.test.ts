import { expect, test } from 'vitest';
import { defaultRules } from '../../dashboards/alerts/default-rules.ts';
import type { Alert } from '../../model/alerts/alert.ts';
import type { AlertRule } from '../../model/alerts/rule.ts';
import { alreadyRaised, firstOfEach } from './already-raised.ts';

const ruleOf = (id: string) => defaultRules.find((rule) => rule.id === id) as AlertRule;
const [bySite, byQueue, ofApi, byRun] = [
  ruleOf('poor-calls-by-site'),
  ruleOf('poor-calls-by-queue'),
  ruleOf('slow-agent-api'),
  ruleOf('run-of-poor-calls'),
];
const alertOf = (rule: AlertRule, group: string | null) => ({ rule, group }) as Alert;
const krakow = alertOf(bySite, 'Krakow');
const without = { bool: { filter: [{ term: { site: 'Krakow' } }] } };

test('a bad site is left out of its queues and its agents, but not of sites', () => {
  expect(alreadyRaised(byQueue, defaultRules, [krakow])).toEqual([without]);
  expect(alreadyRaised(byRun, defaultRules, [krakow])).toEqual([without]);
  expect(alreadyRaised(bySite, defaultRules, [krakow])).toEqual([]);
  expect(alreadyRaised(ofApi, defaultRules, [krakow])).toEqual([]);
});

test('what a lower rule has raised an upper one still counts', () => {
  expect(alreadyRaised(bySite, defaultRules, [alertOf(byQueue, 'VIP')])).toEqual([]);
});

test('to what a rule is narrowed its alerts are too', () => {
  const rules = [{ ...bySite, filters: { queue: ['VIP'] } }, byQueue];
  const [clause] = alreadyRaised(byQueue, rules, [alertOf(rules[0] as AlertRule, 'Krakow')]);
  expect(clause).toEqual({
    bool: { filter: [{ term: { site: 'Krakow' } }, { terms: { contactQueue: ['VIP'] } }] },
  });
});

test('an alert about everything leaves out nothing: else nothing would be left', () => {
  const all = { ...bySite, split: undefined } as AlertRule;
  expect(alreadyRaised(byQueue, [all, byQueue], [alertOf(all, null)])).toEqual([]);
});

test('of alerts that begin together those of the first rule that watches the same', () => {
  const slow = alertOf(ofApi, 'acceptContact');
  const lisbon = alertOf(bySite, 'Lisbon');
  const fresh = [krakow, lisbon, alertOf(byQueue, 'VIP'), slow, alertOf(byRun, 'rui.martins')];
  expect(firstOfEach(fresh, defaultRules)).toEqual([krakow, lisbon, slow]);
});
