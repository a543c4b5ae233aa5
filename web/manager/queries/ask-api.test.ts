import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { callList } from '../../../model/query/call-row.ts';
import { accessToken, endSession } from '../sign-in/access-token.ts';
import { askApi } from './ask-api.ts';
import { isAnyPartial } from './partial-answers.ts';

vi.mock('../sign-in/access-token.ts', () => ({ accessToken: vi.fn(), endSession: vi.fn() }));

const empty = { total: 0, calls: [], next: null };
const ask = () =>
  askApi({
    apiUrl: 'https://api.example.com',
    path: 'calls',
    query: new URLSearchParams({ queue: 'A & B' }),
    schema: callList,
    signal: new AbortController().signal,
  });
const answering = (body: unknown, status = 200) =>
  vi
    .spyOn(globalThis, 'fetch')
    .mockImplementation(async () => new Response(JSON.stringify(body), { status }));

beforeEach(() => {
  vi.mocked(accessToken).mockResolvedValue('token');
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.mocked(endSession).mockClear();
});

test('asks with the token of whoever is signed in', async () => {
  const fetched = answering(empty);
  expect(await ask()).toEqual(empty);
  expect(fetched).toHaveBeenCalledWith(
    'https://api.example.com/query/calls?queue=A+%26+B',
    expect.objectContaining({ headers: { authorization: 'Bearer token' } }),
  );
});

test('without a token it does not even ask', async () => {
  vi.mocked(accessToken).mockResolvedValue(undefined);
  const fetched = answering(empty);
  await expect(ask()).rejects.toThrow('Sign in again');
  expect(fetched).not.toHaveBeenCalled();
});

test('a session that the API no longer takes is ended', async () => {
  answering({ message: 'Unauthorized' }, 401);
  await expect(ask()).rejects.toThrow('Sign in again');
  expect(endSession).toHaveBeenCalled();
});

test('says what a refusal says, and has words of its own for everything else', async () => {
  answering({ detail: 'Ask an admin to put you into the group "managers".' }, 403);
  await expect(ask()).rejects.toThrow('Ask an admin');
  answering('a gateway’s page', 502);
  await expect(ask()).rejects.toThrow('The API answered 502');
  answering({ total: 'many' });
  await expect(ask()).rejects.toThrow('reload the page');
  vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'));
  await expect(ask()).rejects.toThrow('does not answer');
});

test('notes that an answer is but a part of the data, until one is the whole', async () => {
  const headers = [{ 'x-partial-data': 'true' }, {}];
  vi.spyOn(globalThis, 'fetch').mockImplementation(
    async () => new Response(JSON.stringify(empty), { headers: headers.shift() as HeadersInit }),
  );
  await ask();
  expect(isAnyPartial([['calls']])).toBe(true);
  await ask();
  expect(isAnyPartial([['calls']])).toBe(false);
});
