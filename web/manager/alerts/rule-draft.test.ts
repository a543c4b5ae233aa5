import { expect, test } from 'vitest';
import { defaultRules } from '../../../dashboards/alerts/default-rules.ts';
import type { AlertRule } from '../../../model/alerts/rule.ts';
import { draftOf, newDraft, ruleOf, withMeasure } from './rule-draft.ts';

const quietHours = { from: '22:00', to: '06:00', zone: 'Europe/Lisbon' };
const filters = { queue: ['Billing', 'VIP'], site: ['Lisbon'] };

test.each([...defaultRules, ...defaultRules.map((rule) => ({ ...rule, quietHours }))])(
  'a rule comes back as it was: $name',
  (rule) => {
    expect(ruleOf(draftOf(rule, 'UTC'))).toEqual({ rule });
  },
);

test('values to which it is narrowed come back, and empty lines are left out', () => {
  const rule = { ...(defaultRules[0] as AlertRule), filters };
  const draft = draftOf(rule, 'UTC');
  const typed = { ...draft, filters: [...draft.filters, { split: 'agent' as const, value: '' }] };
  expect(ruleOf(typed)).toEqual({ rule });
});

test('a new one needs a name, and then is right', () => {
  const draft = newDraft('rule-1', 'UTC');
  expect(ruleOf(draft)).toMatchObject({ faults: { name: expect.any(String) } });
  expect(ruleOf({ ...draft, name: 'Poor calls' })).toMatchObject({ rule: { id: 'rule-1', raise: 10 } });
});

test.each([
  ['raise', { raise: '' }],
  ['raise', { raise: 'much' }],
  ['clear', { clear: '11' }],
  ['windowMinutes', { windowMinutes: '4' }],
  ['minimumCount', { minimumCount: '2.5' }],
  ['split', { split: 'operation' as const }],
  ['filters', { filters: [{ split: 'operation' as const, value: 'acceptContact' }] }],
  ['quietHours', { isQuiet: true, quietHours: { ...quietHours, zone: 'Atlantis' } }],
])('says at %s what is wrong', (field, change) => {
  const draft = { ...newDraft('rule-1', 'UTC'), name: 'Poor calls', ...change };
  expect(ruleOf(draft)).toEqual({ faults: { [field]: expect.any(String) } });
});

test('another measure brings its own limits', () => {
  const draft = { ...newDraft('rule-1', 'UTC'), name: 'Slow', split: '' as const };
  const slow = withMeasure(draft, 'apiSlow');
  expect(ruleOf(slow)).toMatchObject({ rule: { raise: 3000, clear: 1000, minimumCount: 50 } });
});
