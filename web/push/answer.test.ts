import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judgeAnswer } from './answer.ts';

const now = Date.UTC(2026, 10, 21, 10);
const judge = (status: number, retryAfter: string | null = null) => judgeAnswer(status, retryAfter, now);

test('only 202 is an acknowledgement', () => {
  expect(judge(202)).toEqual({ kind: 'delivered' });
  for (const status of [200, 201, 204, 304]) expect(judge(status)).toMatchObject({ kind: 'later' });
});

test.each([400, 413, 415])('%d is never taken', (status) => {
  expect(judge(status)).toMatchObject({ kind: 'never' });
});

test.each([
  [401, 'signIn'],
  [403, 'refused'],
  [429, 'busy'],
  [503, 'busy'],
  [500, 'fault'],
  [504, 'fault'],
  [404, 'fault'],
])('%d is kept: %s', (status, failure) => {
  expect(judge(status)).toMatchObject({ kind: 'later', failure });
});

test('Retry-After is in seconds or a date, and bounded', () => {
  expect(judge(429, '7')).toMatchObject({ retryAfterMillis: 7000 });
  expect(judge(503, new Date(now + 60_000).toUTCString())).toMatchObject({ retryAfterMillis: 60_000 });
  expect(judge(503, '999999')).toMatchObject({ retryAfterMillis: 1_800_000 });
  for (const none of ['', 'soon', '-1', new Date(now - 1000).toUTCString()]) {
    expect(judge(503, none)).not.toHaveProperty('retryAfterMillis');
  }
});

test('no status loses a message that the table does not name as poison', () => {
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 599 }), (status) => {
      const { kind } = judge(status);
      expect(kind === 'never').toBe([400, 413, 415].includes(status));
      expect(kind === 'delivered').toBe(status === 202);
    }),
  );
});
