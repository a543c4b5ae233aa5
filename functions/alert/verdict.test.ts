import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alertMeasure, alertMeasures } from '../../dashboards/alerts/alert-measures.ts';
import { defaultRules } from '../../dashboards/alerts/default-rules.ts';
import type { MeasureRule, RunRule } from '../../model/alerts/rule.ts';
import { type AgentRun, judgeMeasure, judgeRun } from './verdict.ts';

const bySite = defaultRules.find(({ id }) => id === 'poor-calls-by-site') as MeasureRule;
const byRun = defaultRules.find(({ kind }) => kind === 'run') as RunRule;

function judge(change: Partial<MeasureRule>, value: number | null, restsOn: number) {
  const rule = { ...bySite, ...change };
  const measure = alertMeasure(rule.measure);
  if (!measure) throw new Error(rule.measure);
  return judgeMeasure(rule, measure, { value, restsOn });
}

test.each([
  ['3 of 5, which is noise', 60, 5, 'unknown'],
  ['nothing measured', null, 0, 'unknown'],
  ['7 of 20, which chance makes once in 400 looks', 35, 20, 'between'],
  ['8 of 20, which it makes once in 2,400', 40, 20, 'bad'],
  ['just above the limit, of few', 12, 50, 'between'],
  ['the same, of many', 12, 5000, 'bad'],
  ['at the limit', 10, 5000, 'between'],
  ['at the limit that clears', 5, 20, 'fine'],
  ['none', 0, 20, 'fine'],
] as const)('a share of poor calls: %s', (_, value, restsOn, verdict) => {
  expect(judge({}, value, restsOn)).toBe(verdict);
});

test.each([
  ['apiSlow', 3000, 1500, 3100, 'bad'],
  ['apiSlow', 3000, 1500, 1600, 'between'],
  ['apiSlow', 3000, 1500, 1500, 'fine'],
  ['mos', 3.1, 3.6, 3, 'bad'],
  ['mos', 3.1, 3.6, 3.3, 'between'],
  ['mos', 3.1, 3.6, 3.7, 'fine'],
] as const)('%s with limits %s and %s is %s', (measure, raise, clear, value, verdict) => {
  expect(judge({ measure, raise, clear }, value, 50)).toBe(verdict);
});

test('a figure that gets worse is never judged better', () => {
  const order = ['fine', 'between', 'bad'];
  fc.assert(
    fc.property(
      fc.constantFrom(...alertMeasures.filter(({ unit }) => unit === 'percent')),
      fc.integer({ min: 20, max: 3000 }),
      fc.nat(3000),
      fc.nat(3000),
      (measure, whole, a, b) => {
        const [few, many] = [Math.min(a, b, whole), Math.min(Math.max(a, b), whole)];
        const of = (part: number) =>
          order.indexOf(judge({ measure: measure.id, split: undefined }, (100 * part) / whole, whole));
        expect(of(many)).toBeGreaterThanOrEqual(of(few));
      },
    ),
  );
});

const run = (change: Partial<AgentRun>): AgentRun => ({
  agent: 'rui.martins',
  poor: 0,
  notPoor: 0,
  judged: 20,
  peers: { poor: 10, judged: 200 },
  scope: {},
  ...change,
});

test.each([
  ['three poor calls', { poor: 3 }, 'between'],
  ['four, where hardly anybody else has any', { poor: 4, peers: { poor: 6, judged: 200 } }, 'bad'],
  ['five', { poor: 5 }, 'bad'],
  ['ten, where half of everybody’s are', { poor: 10, peers: { poor: 100, judged: 200 } }, 'between'],
  ['five by the only agent there', { poor: 5, peers: { poor: 0, judged: 0 } }, 'bad'],
  ['nine good ones', { notPoor: 9 }, 'between'],
  ['ten good ones', { notPoor: 10 }, 'fine'],
  ['no call', { judged: 0 }, 'unknown'],
] as const)('an agent’s run: %s', (_, change, verdict) => {
  expect(judgeRun(byRun, run(change))).toBe(verdict);
});
