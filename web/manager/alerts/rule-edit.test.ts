import { expect, test } from 'vitest';
import { defaultRules } from '../../../dashboards/alerts/default-rules.ts';
import type { AlertRule } from '../../../model/alerts/rule.ts';
import { ruleBook } from '../../../model/query/alerts.ts';
import { changeBy } from './rule-edit.ts';
import { inOrder } from './rule-order.ts';

const [first, second, third] = defaultRules as [AlertRule, AlertRule, AlertRule];
const rules = [first, second, third];
const book = ruleBook.parse({ version: '1.7', savedAt: null, rules, foreign: [{ place: 3, name: 'Moon' }] });

test('a rule is put where it was, or at the end', () => {
  const changed = { ...second, name: 'Another name' };
  const added = { ...second, id: 'new' };
  expect(changeBy({ kind: 'put', rule: changed }, book)).toEqual({
    version: '1.7',
    rules: [first, changed, third],
  });
  expect(changeBy({ kind: 'put', rule: added }, book).rules).toEqual([...rules, added]);
});

test('a rule is taken away, or moved up by one', () => {
  expect(changeBy({ kind: 'remove', id: second.id }, book).rules).toEqual([first, third]);
  expect(changeBy({ kind: 'moveUp', id: third.id }, book).rules).toEqual([first, third, second]);
});

test('what somebody else has taken away meanwhile is moved nowhere, and nothing else is', () => {
  for (const kind of ['remove', 'moveUp'] as const) {
    expect(changeBy({ kind, id: 'gone' }, book).rules).toEqual(rules);
  }
  expect(changeBy({ kind: 'moveUp', id: first.id }, book).rules).toEqual(rules);
});

test('one that is not understood goes by its place, and no other changes', () => {
  const [foreign] = book.foreign;
  if (!foreign) throw new Error('There is one');
  expect(changeBy({ kind: 'removeForeign', foreign }, book)).toEqual({
    version: '1.7',
    rules,
    withoutForeign: [3],
  });
});

test('what is not understood is shown at its own place', () => {
  const foreign = [
    { place: 4, name: 'Last' },
    { place: 0, name: 'First' },
  ];
  const shown = inOrder({ rules, foreign }).map((its) => ('rule' in its ? its.rule.id : its.foreign.name));
  expect(shown).toEqual(['First', first.id, second.id, third.id, 'Last']);
});
