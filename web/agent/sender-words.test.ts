import { expect, test } from 'vitest';
import type { SenderState } from '../push/send.ts';
import { senderFaults, senderWords } from './sender-words.ts';

const quiet: SenderState = { waiting: 0, bytes: 0, dropped: 0, setAside: 0, sent: 0, kept: true };

test('says what became of the reports', () => {
  expect(senderWords(undefined)).toBe('Starting');
  expect(senderWords(quiet)).toMatch(/nothing to send/);
  expect(senderWords({ ...quiet, sent: 1 })).toBe('1 report sent, none waiting');
  expect(senderWords({ ...quiet, waiting: 2 })).toBe('Sending, 2 waiting');
});

test('says since when and why they wait', () => {
  const since = new Date(2026, 10, 21, 14, 2).getTime();
  const words = senderWords({ ...quiet, waiting: 3, failing: { why: 'unreachable', since } });
  expect(words).toMatch(/^3 reports waiting since .*0?2.*: the service cannot be reached/);
});

test('says what was lost, and that nothing is kept', () => {
  expect(senderFaults(quiet)).toEqual([]);
  expect(senderFaults({ ...quiet, dropped: 1, setAside: 2, kept: false })).toHaveLength(3);
});
