import { expect, test } from 'vitest';
import { send } from './harness/http.ts';
import { type Exchange, tryApi } from './harness/schemathesis.ts';
import { runningStack } from './harness/stack.ts';

/** The routes of the description, and what they answer to what is right. */
const routes: readonly [method: string, path: RegExp, good: number][] = [
  ['POST', /^\/softphone-stats$/, 202],
  ['POST', /^\/softphone-reports$/, 202],
  ['POST', /^\/api-metrics$/, 202],
  ['GET', /^\/query\/view$/, 200],
  ['GET', /^\/query\/overview$/, 200],
  ['GET', /^\/query\/page$/, 200],
  ['GET', /^\/query\/now$/, 200],
  ['GET', /^\/query\/agents$/, 200],
  ['GET', /^\/query\/health$/, 200],
  ['GET', /^\/query\/alerts$/, 200],
  ['GET', /^\/query\/alert-rules$/, 200],
  // Nobody has read the version that is made up.
  ['PUT', /^\/query\/alert-rules$/, 409],
  ['GET', /^\/query\/findings$/, 200],
  ['GET', /^\/query\/filters$/, 200],
  ['GET', /^\/query\/calls$/, 200],
  // Nobody has had an invented contact.
  ['GET', /^\/query\/calls\/[^/]+$/, 404],
  ['GET', /^\/query\/contacts\/[^/]+\/support-bundle$/, 404],
  ['GET', /^\/openapi\.json$/, 200],
];

test('the API does what its description says, and fails on nothing', async () => {
  const { isPassed, output, exchanges } = await tryApi({ phases: ['examples', 'fuzzing'], examples: 20 });
  expect(isPassed, output.slice(-10_000)).toBe(true);
  const answered = (at: readonly [string, RegExp, number], is: (status: number) => boolean) =>
    exchanges.filter((one: Exchange) => one.method === at[0] && at[1].test(one.path) && is(one.status))
      .length;
  for (const route of routes) {
    expect(
      answered(route, (status) => status === route[2]),
      `good answers of ${route[1]}`,
    ).toBeGreaterThan(0);
  }
  // Without a token, or with a spoilt one: tried of what succeeded, and rules of an invented version never do.
  for (const route of routes.filter(([method, path]) => method === 'GET' && path.source.includes('query'))) {
    expect(
      answered(route, (status) => status === 401),
      `401 of ${route[1]}`,
    ).toBeGreaterThan(0);
  }
  const unsigned = await send(`${runningStack().apiUrl}/query/alert-rules`, { method: 'PUT', body: '{}' });
  expect(unsigned.status).toBe(401);
  for (const route of routes.filter(([method]) => method === 'POST')) {
    const refused = answered(route, (status) => status === 400 || status === 403);
    expect(refused, `refusals of ${route[1]}`).toBeGreaterThan(0);
  }
  expect(exchanges.filter(({ status }) => status >= 500)).toEqual([]);
});
