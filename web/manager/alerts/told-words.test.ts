import { expect, test } from 'vitest';
import type { Notice } from '../../../model/alerts/alert.ts';
import { toldWords } from './told-words.ts';

const notice = (change: Partial<Notice>): Notice => ({
  event: 'raised',
  channel: 'topic',
  status: 'delivered',
  attempts: 0,
  at: '2026-03-04T10:00:00.000Z',
  ...change,
});

test('says for each channel what became of each event', () => {
  const notices = [
    notice({}),
    notice({ channel: 'webhook', status: 'waiting', attempts: 3, notBefore: '2026-03-04T10:35:00.000Z' }),
    notice({ event: 'cleared' }),
  ];
  expect(toldWords({ notices })).toEqual([
    expect.stringMatching(/^Mail: raised \d\d:\d\d, cleared \d\d:\d\d$/),
    expect.stringMatching(/^Webhook: raised tried 3 times, again \d\d:\d\d$/),
  ]);
});

test.each([
  [{ status: 'waiting' }, 'Mail: raised waits for the end of quiet hours'],
  [{ status: 'dropped' }, 'Mail: raised not told (quiet hours)'],
  [{ status: 'dropped', attempts: 170 }, 'Mail: raised given up'],
] as const)('%j', (change, words) => {
  expect(toldWords({ notices: [notice(change)] })).toEqual([words]);
});

test('says so where nobody was told', () => {
  expect(toldWords({ notices: [] })).toEqual(['No one yet']);
});
