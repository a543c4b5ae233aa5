import { expect, test } from 'vitest';
import { splitNames, splitNamesWith } from '../../../dashboards/split-names.ts';
import type { ViewLimit } from '../../../model/query/manager-view.ts';
import { viewWords } from './view-words.ts';

test.each([
  [[{ queue: ['Billing', 'Sales'] }], 'queues Billing, Sales'],
  [[{ queue: ['Billing'] }], 'queue Billing'],
  [[{ queue: ['Billing'] }, { level1: ['Lisbon'] }], 'queue Billing; and hierarchy level 1 Lisbon'],
  [[{ queue: ['Billing'], level2: ['A', 'B'] }], 'queue Billing within hierarchy, level 2 A, B'],
  [[{ queue: [] }], 'no queue'],
] as [ViewLimit[], string][])('says what a limited view shows: %j', (limits, words) => {
  expect(viewWords({ limits, apiCalls: false }, splitNames)).toBe(words);
});

test('says nothing of a view that is not limited', () => {
  expect(viewWords({ limits: null, apiCalls: true }, splitNames)).toBeUndefined();
});

test('says it in the instance’s own words', () => {
  const names = splitNamesWith({ level1: 'Department' });
  const limits = [{ level1: ['Lisbon', 'Porto'], level2: ['A'] }];
  expect(viewWords({ limits, apiCalls: true }, names)).toBe(
    'department Lisbon, Porto within hierarchy level 2 A',
  );
});
