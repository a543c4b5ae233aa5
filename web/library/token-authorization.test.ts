import { expect, test, vi } from 'vitest';
import { tokenAuthorization } from './token-authorization.ts';

test('without a way to a token agents do not sign in', () => {
  expect(tokenAuthorization({})).toBeUndefined();
});

test('a token that is there is given at once, one that must be fetched later; none is no sign-in', async () => {
  expect(tokenAuthorization({ authorize: (agent) => `of ${agent}` })?.authorize('ana')).toEqual({
    header: 'Bearer of ana',
  });
  const later = tokenAuthorization({ authorize: async () => 'renewed' });
  expect(await later?.authorize('ana')).toEqual({ header: 'Bearer renewed' });
  expect(tokenAuthorization({ authorize: () => undefined })?.authorize('ana')).toBe('signIn');
});

test('a sign-in that fails leaves the messages waiting', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  const failing = () => {
    throw new Error('the sign-in is down');
  };
  expect(tokenAuthorization({ authorize: failing })?.authorize('ana')).toBe('signIn');
  expect(await tokenAuthorization({ authorize: async () => failing() })?.authorize('ana')).toBe('signIn');
  expect(said).toHaveBeenCalledTimes(2);
});

test('the page is told that its token was refused', () => {
  const onUnauthorized = vi.fn();
  tokenAuthorization({ authorize: () => 'old', onUnauthorized })?.refused();
  expect(onUnauthorized).toHaveBeenCalledOnce();
});
