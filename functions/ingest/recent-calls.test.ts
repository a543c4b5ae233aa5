import { expect, test } from 'vitest';
import { makeRecentCalls } from './recent-calls.ts';

const place = (id: string) => ({ index: 'softphone-calls-2026.03.04', id });
const stored = { source: {}, version: { seqNo: 1, primaryTerm: 1 } };

test('remembers a call for 40 s after it was written', () => {
  let clock = 0;
  const recent = makeRecentCalls(() => clock);
  recent.remember(place('a'), stored);
  clock = 39_999;
  expect(recent.find(place('a'))).toBe(stored);
  clock = 40_000;
  expect(recent.find(place('a'))).toBeUndefined();
});

test('forgets what it is told to, and the oldest of too many', () => {
  const recent = makeRecentCalls(() => 0);
  recent.remember(place('gone'), stored);
  recent.forget(place('gone'));
  expect(recent.find(place('gone'))).toBeUndefined();
  for (let i = 0; i <= 500; i++) recent.remember(place(`call ${i}`), stored);
  expect(recent.find(place('call 0'))).toBeUndefined();
  expect(recent.find(place('call 1'))).toBe(stored);
});
