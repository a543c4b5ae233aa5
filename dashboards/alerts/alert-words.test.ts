import { expect, test } from 'vitest';
import type { Alert } from '../../model/alerts/alert.ts';
import type { AlertRule } from '../../model/alerts/rule.ts';
import { addressOfAlert } from './address-of-alert.ts';
import { clearingWords, readingWords, ruleWords, subjectOf } from './alert-words.ts';
import { defaultRules } from './default-rules.ts';

const ruleOf = (id: string) => defaultRules.find((rule) => rule.id === id) as AlertRule;
const [bySite, ofApi, setUps, byRun] = [
  ruleOf('poor-calls-by-site'),
  ruleOf('slow-agent-api'),
  ruleOf('failed-set-ups'),
  ruleOf('run-of-poor-calls'),
];
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const at = '2026-03-04T10:00:00.000Z';

test.each([
  [bySite, 'Krakow', 'Site Krakow'],
  [ofApi, 'acceptContact', 'Operation acceptContact'],
  [setUps, null, 'All calls'],
  [{ ...setUps, filters: { queue: ['VIP', 'Sales'] } }, null, 'All calls, queue VIP or Sales'],
  [byRun, 'rui.martins', 'Agent rui.martins'],
  [
    { ...bySite, filters: { site: ['Krakow', 'Lisbon'], queue: ['VIP'] } },
    'Krakow',
    'Site Krakow, queue VIP',
  ],
] as [AlertRule, string | null, string][])('is about %#: %s %s', (rule, group, words) => {
  expect(subjectOf({ rule, group })).toBe(words);
});

test.each([
  [bySite, { value: 63, restsOn: 81, at }, 'Poor calls: 63.0 % (of 81 judged calls)'],
  [ofApi, { value: 4200, restsOn: 1204, at }, '95 % of requests within: 4.2 s (of 1,204 requests)'],
  [byRun, { value: 5, restsOn: 20, at }, 'The last 5 calls were poor'],
] as const)('reads %#', (rule, reading, words) => {
  expect(plain(readingWords(rule, reading))).toBe(words);
});

test('says what a rule does', () => {
  expect(plain(ruleWords(bySite))).toBe(
    'Poor calls, by site, in the last 60 minutes: raised above 10.0 % by more than chance, cleared at 5.0 % or less; from 20 judged calls on.',
  );
  expect(plain(ruleWords({ ...ofApi, filters: { operation: ['acceptContact'] } } as AlertRule))).toContain(
    'in the last 60 minutes, operation acceptContact: raised above 3.0 s, cleared at',
  );
  expect(plain(ruleWords(byRun))).toContain('raised when 4 or more are poor one after the other');
});

test('says why it is over, and after how long it is without data', () => {
  expect(clearingWords(bySite, 'noData')).toBe('For 2 hours there were too few judged calls to judge by');
  expect(clearingWords(byRun, 'noData')).toContain('24 hours');
});

const alert = (rule: AlertRule, scope: Alert['scope'], clearedAt?: string) =>
  addressOfAlert({ rule, scope, raisedAt: at, ...(clearedAt ? { clearedAt } : {}) });

test('leads to the page that shows it, at that time and narrowed to it', () => {
  expect(alert(bySite, { site: ['São Paulo'] })).toBe(
    '/?from=2026-03-04T09%3A00%3A00.000Z&to=2026-03-04T11%3A00%3A00.000Z&site=S%C3%A3o%20Paulo',
  );
  expect(alert(ofApi, { operation: ['acceptContact'] })).toMatch(/^\/api\?from=.*&operation=acceptContact$/);
  expect(alert(byRun, { agent: ['rui'], level1: ['A'] }, '2026-03-05T10:00:00.000Z')).toBe(
    '/calls?from=2026-03-04T02%3A00%3A00.000Z&to=2026-03-05T10%3A00%3A00.000Z&agent=rui&rating=poor',
  );
});
