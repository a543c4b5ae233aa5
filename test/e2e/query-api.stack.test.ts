import { expect, test } from 'vitest';
import { send } from './harness/http.ts';
import { runningStack } from './harness/stack.ts';

const range = 'from=2026-01-01T00:00:00.000Z&to=2026-01-02T00:00:00.000Z';
const paths = ['overview', 'findings', 'filters', 'calls', 'calls/9b5f0c1e-4d2a-4f57-9a3c-1f0e2d3c4b5a'];
const nobody = Buffer.from(JSON.stringify({ alg: 'none', typ: 'JWT' })).toString('base64url');
const claims = Buffer.from(JSON.stringify({ sub: 'x', 'cognito:groups': ['admins'] })).toString('base64url');

test.each(paths)('GET /query/%s gives nothing without a token', async (path) => {
  const answer = await send(`${runningStack().apiUrl}/query/${path}?${range}`);
  expect(answer.status, answer.text).toBe(401);
});

test.each([
  ['that is no token', 'Bearer nonsense'],
  ['that nobody signed', `Bearer ${nobody}.${claims}.`],
  ['with an invented signature', `Bearer ${nobody}.${claims}.c2lnbmF0dXJl`],
])('GET /query/overview gives nothing for a token %s', async (_, authorization) => {
  const answer = await send(`${runningStack().apiUrl}/query/overview?${range}`, {
    headers: { authorization },
  });
  expect(answer.status, answer.text).toBe(401);
});
