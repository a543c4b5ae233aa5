import { expect, test } from 'vitest';
import { readColumns, writeColumns } from './shown-columns.ts';

const usual = ['startedAt', 'rating', 'agent'];
const kind = { usual, columns: [...usual, 'country', 'browser'].map((id) => ({ id })) };

test('an address names columns in its order, when a call began always first', () => {
  expect(readColumns('country,agent', kind)).toEqual(['startedAt', 'country', 'agent']);
  expect(readColumns('agent,startedAt,agent', kind)).toEqual(['startedAt', 'agent']);
});

test.each([null, '', 'nothing,known'])('%j shows the usual ones', (text) => {
  expect(readColumns(text, kind)).toEqual(usual);
});

test('what is written is read again; the usual ones need no words', () => {
  const chosen = ['startedAt', 'country', 'agent'];
  expect(readColumns(writeColumns(chosen, kind), kind)).toEqual(chosen);
  expect(writeColumns(usual, kind)).toBeNull();
});
