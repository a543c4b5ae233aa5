import { expect, test } from 'vitest';
import { type AlertRule, alertRules } from '../../model/alerts/rule.ts';
import { defaultRules } from './default-rules.ts';
import { faultsOfRule } from './rule-faults.ts';

test('the rules of the beginning are right', () => {
  expect(alertRules.parse(defaultRules)).toEqual(defaultRules);
  expect(defaultRules.flatMap(faultsOfRule)).toEqual([]);
});

const change = (id: string, its: object) =>
  ({ ...defaultRules.find((rule) => rule.id === id), ...its }) as AlertRule;
const ofSite = (its: object) => change('poor-calls-by-site', its);
const ofApi = (its: object) => change('slow-agent-api', its);

test.each([
  ['an unknown measure', ofSite({ measure: 'loudness' }), ['measure']],
  ['a measure without a worse side', ofSite({ measure: 'calls' }), ['measure']],
  ['a clear limit beyond the other', ofSite({ clear: 11 }), ['clear']],
  ['the same, where higher is better', ofSite({ measure: 'mos', raise: 3, clear: 2.9 }), ['clear']],
  ['a share above 100', ofSite({ raise: 101 }), ['raise']],
  ['calls by operation', ofSite({ split: 'operation' }), ['split']],
  ['requests by queue', ofApi({ split: 'queue' }), ['split']],
  [
    'a run of requests',
    change('run-of-poor-calls', { filters: { operation: ['x'] } }),
    ['filters.operation'],
  ],
  [
    'hours that are quiet all day',
    ofSite({ quietHours: { from: '22:00', to: '22:00', zone: 'UTC' } }),
    ['quietHours'],
  ],
  ['requests of a queue', ofApi({ filters: { queue: ['VIP'] } }), ['filters.queue']],
] as const)('refuses %s', (_, rule, fields) => {
  expect(faultsOfRule(rule).map(({ field }) => field)).toEqual(fields);
});

test('takes limits that are the same, and a higher one to clear where higher is better', () => {
  expect(faultsOfRule(ofSite({ clear: 10 }))).toEqual([]);
  expect(faultsOfRule(ofSite({ measure: 'mos', raise: 3, clear: 3.4 }))).toEqual([]);
});

test.each([
  ofSite({ windowMinutes: 4 }),
  ofSite({ filters: { site: [] } }),
  ofSite({ filters: { place: ['Lisbon'] } }),
  ofSite({ split: 'place' }),
  ofSite({ id: 'Poor calls' }),
  change('run-of-poor-calls', { poorCalls: 2 }),
  change('run-of-poor-calls', { measure: 'poorCalls' }),
])('its schema refuses %j', (rule) => {
  expect(alertRules.safeParse([rule]).success).toBe(false);
});
