import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Alert } from '../../model/alerts/alert.ts';
import { type AlertRule, alertSplits } from '../../model/alerts/rule.ts';
import { defaultRules } from './default-rules.ts';
import { fromWideToNarrow, mayFollowFrom, widestFirst } from './widths.ts';

const ruleOf = (id: string) => defaultRules.find((rule) => rule.id === id) as AlertRule;
const about = (rule: string, scope: Alert['scope']) => ({ rule: ruleOf(rule), scope });
const krakow = about('poor-calls-by-site', { site: ['Krakow'] });
const lisbon = about('poor-calls-by-site', { site: ['Lisbon'] });
const billing = about('poor-calls-by-queue', { queue: ['Billing'] });
const slow = about('slow-agent-api', { operation: ['acceptContact'] });
const setUps = about('failed-set-ups', {});
const agent = about('run-of-poor-calls', { agent: ['rui'], level1: ['Service'] });

test('every split has its one place', () => {
  expect(fromWideToNarrow.flat().sort()).toEqual([...alertSplits].sort());
});

test('what is about everybody comes first, an agent last; of equally wide ones the worse', () => {
  const warning = { ...krakow, rule: { ...krakow.rule, severity: 'warning' as const } };
  const given = [agent, billing, slow, warning, lisbon, setUps];
  expect(widestFirst(given)).toEqual([setUps, lisbon, warning, slow, billing, agent]);
});

test('what is narrower may follow from what is wider, unless it is about another place', () => {
  expect(mayFollowFrom(billing, krakow)).toBe(true);
  expect(mayFollowFrom(slow, krakow)).toBe(true);
  expect(mayFollowFrom(krakow, billing)).toBe(false);
  expect(mayFollowFrom(lisbon, krakow)).toBe(false);
  const atLisbon = { ...billing, scope: { ...billing.scope, site: ['Lisbon'] } };
  expect(mayFollowFrom(atLisbon, krakow)).toBe(false);
  expect(mayFollowFrom(atLisbon, lisbon)).toBe(true);
});

test('nothing follows from itself, and no two from each other', () => {
  const any = fc.constantFrom(krakow, lisbon, billing, slow, setUps, agent);
  fc.assert(
    fc.property(any, any, (a, b) => {
      expect(mayFollowFrom(a, b) && mayFollowFrom(b, a)).toBe(false);
    }),
  );
});
