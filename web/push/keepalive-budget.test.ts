import { expect, test } from 'vitest';
import { keepaliveBudget } from './keepalive-budget.ts';

test('gives no more than there is, and again what was given back', () => {
  const budget = keepaliveBudget(100);
  expect(budget.take(60)).toBe(true);
  expect(budget.take(41)).toBe(false);
  expect(budget.take(40)).toBe(true);
  budget.giveBack(60);
  expect(budget.take(60)).toBe(true);
});
