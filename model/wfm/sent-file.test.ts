import { expect, test } from 'vitest';
import { type SentFile, sentFile, sentFolder, sentKey } from './sent-file.ts';

const contacts: SentFile = {
  file: 'contacts-20260329T120000Z.csv',
  kind: 'contacts',
  sentAt: '2026-03-29T13:02:00.000Z',
  bytes: 120,
  sha256: 'a'.repeat(64),
  rows: 1,
  contacts: [{ contactId: 'c1', lastUpdateTimestamp: '2026-03-29T12:30:00.000Z' }],
};

test('what was sent is found by its day', () => {
  expect(sentFile.parse(contacts)).toEqual(contacts);
  expect(sentKey('2026-03-29', contacts.file)).toBe('sent/2026-03-29/contacts-20260329T120000Z.csv.json');
  expect(sentKey('2026-03-29', contacts.file).startsWith(sentFolder('2026-03-29'))).toBe(true);
});

test.each([{ kind: 'calls' }, { sha256: 'A' }, { sentAt: 'yesterday' }, { rows: -1 }, { file: '' }])(
  'something else is none: %j',
  (fault) => {
    expect(sentFile.safeParse({ ...contacts, ...fault }).success).toBe(false);
  },
);
