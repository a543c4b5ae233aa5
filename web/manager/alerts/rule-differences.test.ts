import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultRules } from '../../../dashboards/alerts/default-rules.ts';
import { splitNames } from '../../../dashboards/split-names.ts';
import type { AlertRule } from '../../../model/alerts/rule.ts';
import { differencesOf } from './rule-differences.ts';

const [bySite, byQueue, ofApi] = defaultRules as [AlertRule, AlertRule, AlertRule];
const before = { rules: [bySite, byQueue], foreign: [] };
const quietHours = { from: '22:00', to: '06:00', zone: 'UTC' };
const texts = (rules: readonly AlertRule[], foreign: { place: number; name: string }[] = []) =>
  differencesOf(before, { rules: [...rules], foreign }, splitNames).map(({ text }) =>
    text.replaceAll('\u00a0', ' '),
  );

test('names what was added and what was taken away', () => {
  const [added, gone, ...others] = texts([bySite, ofApi]);
  expect(added).toMatch(/^“Slow agent API” was added. 95 % of requests within, by operation/);
  expect([gone, others]).toEqual(['“Poor calls in a queue” was taken away.', []]);
});

test('says of one that was changed how it was and how it is', () => {
  const changed = { ...bySite, raise: 20, enabled: false, severity: 'warning', quietHours } as AlertRule;
  const [text, ...others] = texts([changed, byQueue]);
  expect(text).toMatch(/^“Poor calls at a site”: It was switched off. It is warning now. It was: .*above 10/);
  expect(text).toMatch(/It is: .*above 20.* Nobody is told from 22:00 to 06:00 \(UTC\)\.$/);
  expect(others).toEqual([]);
});

test('says that the order is another one, and that of what is not understood something changed', () => {
  expect(texts([byQueue, bySite], [{ place: 0, name: 'Moon' }])).toEqual([
    'The order of the rules was changed.',
    'Rules that this version does not understand were changed.',
  ]);
});

test('is empty of the same rules, and of no others', () => {
  const some = fc.shuffledSubarray(
    defaultRules.flatMap((rule) => [rule, { ...rule, id: `${rule.id}-2`, windowMinutes: 77 }]),
  );
  fc.assert(
    fc.property(some, some, (a, b) => {
      const same = JSON.stringify(a) === JSON.stringify(b);
      const found = differencesOf({ rules: a, foreign: [] }, { rules: b, foreign: [] }, splitNames);
      expect(found.length === 0).toBe(same);
    }),
  );
});
