import { expect, test } from 'vitest';
import { isAnyPartial, noteAnswer } from './partial-answers.ts';

test('what was answered in part is so until it is answered anew', () => {
  noteAnswer('overview', true);
  expect(isAnyPartial([['overview', 'range=7d']])).toBe(true);
  expect(isAnyPartial([['agents', 'range=7d']])).toBe(false);
  noteAnswer('overview', false);
  expect(isAnyPartial([['overview', 'range=7d']])).toBe(false);
});

test('one call is not the list of calls', () => {
  noteAnswer('calls/7f0c', true);
  expect(isAnyPartial([['call', '7f0c', null]])).toBe(true);
  expect(isAnyPartial([['calls']])).toBe(false);
  noteAnswer('calls/7f0c', false);
});
