import { expect, test } from 'vitest';
import { judgeSignIn, type SignInFacts } from './judge-sign-in.ts';

const judge = (facts: Partial<SignInFacts>, now: number) =>
  judgeSignIn({ startedAt: 0, answered: false, popup: 'never', ...facts }, now);

test('a softphone that answers is no trouble', () => {
  expect(judge({ answered: true, unansweredSince: 5000, popup: 'closed' }, 90_000)).toBeUndefined();
});

test('waits before it complains', () => {
  expect(judge({}, 19_999)).toBeUndefined();
  expect(judge({}, 20_000)).toBe('ccpSlow');
});

test('a sign-in window that did not open was blocked', () => {
  expect(judge({ unansweredSince: 5000 }, 7999)).toBeUndefined();
  expect(judge({ unansweredSince: 5000 }, 8000)).toBe('popupBlocked');
});

test('an open sign-in window waits for the agent, until Streams no longer does', () => {
  expect(judge({ unansweredSince: 5000, popup: 'open' }, 900_000)).toBe('signIn');
  for (const popup of ['open', 'closed'] as const) {
    expect(judge({ unansweredSince: 5000, popup, gaveUp: true }, 900_000)).toBe('signInLate');
  }
});

test('a closed one without a session means that the browser keeps the softphone from its cookies', () => {
  const closed = { unansweredSince: 5000, popup: 'closed', popupClosedAt: 30_000 } as const;
  expect(judge(closed, 44_999)).toBeUndefined();
  expect(judge(closed, 45_000)).toBe('storageBlocked');
});

test('a frame that never answers, without a sign-in, is blocked', () => {
  expect(judge({ unansweredSince: 5000, gaveUp: true }, 60_000)).toBe('ccpBlocked');
});

test('what the softphone itself says comes first', () => {
  expect(judge({ storage: 'denied', unansweredSince: 1 }, 9000)).toBe('storageBlocked');
  expect(judge({ storage: 'ask' }, 9000)).toBe('storageAsk');
  expect(judge({ answered: true, accessDenied: true }, 0)).toBe('accessDenied');
});
