import { describe, expect, test } from 'vitest';
import type * as z from 'zod';
import { makeOrganisation } from '../../local/organisation.ts';
import { apiMetrics } from '../../model/messages/api-metrics.ts';
import { softphoneReport } from '../../model/messages/softphone-report.ts';
import { softphoneStats } from '../../model/messages/softphone-stats.ts';
import { hostileBodies } from './harness/hostile-bodies.ts';
import type { Answer } from './harness/http.ts';
import { inLanes } from './harness/in-lanes.ts';
import { apiMetricsAt, post, type Route, reportAt, statsAt } from './harness/ingest.ts';
import { searchClient } from './harness/search.ts';
import { waitFor } from './harness/wait-for.ts';

const agent = 'kevin.dizon';
const contactId = 'deadbeef-0000-4000-8000-000000000001';
const began = new Date().toISOString();
const fiveMinutesAgo = new Date(Date.now() - 300_000);
const bodiesPerRoute = 300;
const inFlight = 8;

const routes: readonly { route: Route; good: object; schema: z.ZodType }[] = [
  { route: '/softphone-stats', good: statsAt(fiveMinutesAgo, agent, contactId), schema: softphoneStats },
  { route: '/softphone-reports', good: reportAt(fiveMinutesAgo, agent, contactId), schema: softphoneReport },
  { route: '/api-metrics', good: apiMetricsAt(fiveMinutesAgo, agent), schema: apiMetrics },
];

/** Documents since now that no other test makes: of our agent, or of an agent whom nobody knows. */
async function strays(): Promise<number> {
  const others = makeOrganisation()
    .agents.map(({ username }) => username)
    .filter((username) => username !== agent);
  const search = searchClient();
  await search.indices.refresh({ index: 'softphone-*', ignore_unavailable: true });
  const { body } = await search.count({
    index: 'softphone-*',
    ignore_unavailable: true,
    body: {
      query: {
        bool: {
          filter: [{ range: { receivedAt: { gte: began } } }],
          must_not: [{ terms: { agent: others } }],
        },
      },
    },
  });
  return body.count;
}

/** What every refusal must look like. */
function faultOf({ status, headers, text }: Answer): string | undefined {
  if (status < 400 || status > 499) return `answered ${status} ${text.slice(0, 200)}`;
  if (!headers['content-type']?.startsWith('application/problem+json')) {
    return `answered ${status} as ${headers['content-type']}: ${text.slice(0, 200)}`;
  }
  const problem = JSON.parse(text) as { status?: unknown; title?: unknown };
  return problem.status === status && problem.title
    ? undefined
    : `answered ${status} with ${text.slice(0, 200)}`;
}

describe.each(routes)('POST $route', ({ route, good, schema }) => {
  test(`refuses ${bodiesPerRoute} hostile bodies, stores nothing, and still works`, async () => {
    const bodies = hostileBodies(good, schema, bodiesPerRoute);
    expect(bodies).toHaveLength(bodiesPerRoute);
    const before = await strays();
    const faults = await inLanes(inFlight, bodies, async ({ what, body }) => {
      const fault = faultOf(await post(route, body));
      return fault && `${what}: ${fault}`;
    });
    expect(faults.filter(Boolean)).toEqual([]);
    expect(await strays(), 'documents stored of hostile bodies').toBe(before);

    const { status, text } = await post(route, good);
    expect(status, text).toBe(202);
    await waitFor('the good message', strays, (now) => now > before);
  });

  test.each([
    ['no origin', { origin: '' }, 403],
    ['a forged origin', { origin: 'https://evil.example' }, 403],
    ['an origin that begins like ours', { origin: 'http://localhost:5173.evil.example' }, 403],
    ['a null origin', { origin: 'null' }, 403],
    ['text', { 'content-type': 'text/plain' }, 415],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['something like JSON', { 'content-type': 'application/jsonp' }, 415],
  ])('refuses %s', async (_, headers, status) => {
    const answer = await post(route, good, headers);
    expect(faultOf(answer)).toBeUndefined();
    expect(answer.status).toBe(status);
  });

  test('refuses more than 256 KiB', async () => {
    const answer = await post(route, { ...good, padding: 'x'.repeat(256 * 1024) });
    expect(faultOf(answer)).toBeUndefined();
    expect(answer.status).toBe(413);
  });
});
