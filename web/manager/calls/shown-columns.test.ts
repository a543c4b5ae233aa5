import { expect, test } from 'vitest';
import { readColumns, usualColumns, writeColumns } from './shown-columns.ts';

const known = [...usualColumns, 'country', 'browser'];

test('an address names columns in its order, when a call began always first', () => {
  expect(readColumns('country,agent', known)).toEqual(['startedAt', 'country', 'agent']);
  expect(readColumns('agent,startedAt,agent', known)).toEqual(['startedAt', 'agent']);
});

test.each([null, '', 'nothing,known'])('%j shows the usual ones', (text) => {
  expect(readColumns(text, known)).toEqual(usualColumns);
});

test('what is written is read again; the usual ones need no words', () => {
  const chosen = ['startedAt', 'country', 'agent'];
  expect(readColumns(writeColumns(chosen), known)).toEqual(chosen);
  expect(writeColumns(usualColumns)).toBeNull();
});
