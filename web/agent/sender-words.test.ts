import { expect, test } from 'vitest';
import type { SenderState } from '../push/sender-state.ts';
import { senderFaults, senderWords } from './sender-words.ts';

const quiet: SenderState = {
  waiting: 0,
  bytes: 0,
  dropped: 0,
  setAside: 0,
  sent: 0,
  kept: true,
  others: 0,
  strangers: 0,
};

test('says what became of the reports', () => {
  expect(senderWords(undefined)).toBe('Starting');
  expect(senderWords(quiet)).toMatch(/nothing to send/);
  expect(senderWords({ ...quiet, sent: 1 })).toBe('1 report sent, none waiting');
  expect(senderWords({ ...quiet, waiting: 2 })).toBe('Sending, 2 waiting');
});

test('says of another agent’s reports that they are kept, and does not count them as being sent', () => {
  const shared = { ...quiet, waiting: 3, others: 3 };
  expect(senderWords(shared)).toMatch(/nothing to send/);
  expect(senderWords({ ...shared, waiting: 4 })).toBe('Sending, 1 waiting');
  expect(senderFaults(shared)).toEqual([expect.stringContaining('3 reports of another agent')]);
});

test('says of an unknown agent’s reports that they are kept, and does not count them as being sent', () => {
  const strange = { ...quiet, waiting: 3, strangers: 2 };
  expect(senderWords(strange)).toBe('Sending, 1 waiting');
  expect(senderFaults(strange)).toEqual([expect.stringMatching(/^2 reports of an agent whom .* not know/)]);
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
