import { expect, test } from 'vitest';
import type { ViewLimit } from '../../model/query/manager-view.ts';
import { seesAlert, seesRule } from './seen-by.ts';

const view = (...limits: ViewLimit[]) => ({ limits, apiCalls: false });
const billing = view({ queue: ['Billing', 'Returns'] });

test.each([
  ['their own queue', billing, { queue: ['Billing'] }, true],
  ['an agent’s calls of that queue', billing, { queue: ['Returns'], agent: ['ana.silva'] }, true],
  ['another queue', billing, { queue: ['VIP'] }, false],
  ['two queues, one of them another', billing, { queue: ['Billing', 'VIP'] }, false],
  ['a site', billing, { site: ['Krakow'] }, false],
  ['an operation', billing, { operation: ['acceptContact'] }, false],
  ['everything', billing, {}, false],
  ['half of a limit', view({ queue: ['Billing'], level1: ['A'] }), { queue: ['Billing'] }, false],
  ['the second limit', view({ queue: ['VIP'] }, { level1: ['A'] }), { level1: ['A'] }, true],
  ['anything, by a limit by nothing', view({}), { queue: ['VIP'] }, false],
  ['nothing, by a limit to nothing', view({ queue: [] }), { queue: ['VIP'] }, false],
])('a limited manager and an alert about %s', (_, view, scope, isSeen) => {
  expect(seesAlert(view, { scope })).toBe(isSeen);
});

test('whoever is not limited sees all', () => {
  expect(seesAlert({ limits: null, apiCalls: true }, { scope: {} })).toBe(true);
});

test('a rule is seen where it names nothing foreign', () => {
  expect(seesRule(billing, { filters: {} })).toBe(true);
  expect(seesRule(billing, { filters: { queue: ['Billing'] } })).toBe(true);
  expect(seesRule(billing, { filters: { queue: ['VIP'] } })).toBe(false);
});
