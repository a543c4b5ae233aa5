import { expect, test } from 'vitest';
import { readOrder, writeOrder } from './order.ts';

const kind = { sorts: ['startedAt', 'mos'], firstSort: 'startedAt' } as const;

test('what is written is read again', () => {
  expect(readOrder(writeOrder({ sort: 'mos', order: 'asc' }), kind)).toEqual({ sort: 'mos', order: 'asc' });
});

test.each([null, '', 'agent-asc', 'constructor-desc'])('%j puts the newest first', (text) => {
  expect(readOrder(text, kind)).toEqual({ sort: 'startedAt', order: 'desc' });
});

test('without a direction the highest come first', () => {
  expect(readOrder('mos', kind)).toEqual({ sort: 'mos', order: 'desc' });
});
