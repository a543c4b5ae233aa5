import { expect as expectNow, test as plain } from 'vitest';
import { indexName } from '../../model/documents/dated-index.ts';
import { type Health, health } from '../../model/query/health.ts';
import { send } from './harness/http.ts';
import { apiMetricsAt, post } from './harness/ingest.ts';
import { createMember, signIn, tokensOf } from './harness/manager.ts';
import { searchClient } from './harness/search.ts';
import { runningStack } from './harness/stack.ts';
import { test } from './harness/visitor.ts';
import { waitFor } from './harness/wait-for.ts';

const longAgo = new Date(Date.now() - 40 * 86_400_000);
const closedIndex = indexName('softphone-api-metrics', longAgo, 'daily');

function askHealth(token?: string) {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  return send(`${runningStack().apiUrl}/query/health`, { headers });
}

/** Sends a message that the search service does not take until the test gives way. */
async function queueOne(): Promise<void> {
  const settings = { index: { 'blocks.write': true } };
  await searchClient().indices.create({ index: closedIndex, body: { settings } as object });
  const { status, text } = await post('/api-metrics', apiMetricsAt(longAgo, 'ana.silva'));
  expectNow(status, text).toBe(202);
}

plain('nobody but admins is told how the deployment is', async () => {
  const manager = await tokensOf(runningStack().manager);
  expectNow((await askHealth()).status).toBe(401);
  const refused = await askHealth(manager.access);
  expectNow(refused.status, refused.text).toBe(403);
  expectNow(refused.text).toContain('This is for admins');
  expectNow((await askHealth((await tokensOf(await createMember(['admins']))).id)).status).toBe(403);
});

test('an admin sees what is rejected, what waits, and what to do', async ({ visit, expect }) => {
  const admin = await createMember(['admins']);
  const { access } = await tokensOf(admin);
  try {
    await queueOne();
    await post('/softphone-stats', 'not JSON', { 'content-type': 'text/plain' });
    const seen = await waitFor(
      'the health to tell of both',
      async () => health.parse(JSON.parse((await askHealth(access)).text)),
      ({ queue, messages }: Health) =>
        (queue?.waiting ?? 0) + (queue?.inWork ?? 0) > 0 &&
        messages?.rejected.some(
          ({ route, reason }) => route === 'softphone-stats' && reason === 'notJson',
        ) === true,
      { every: 1000 },
    );
    expect(seen.messages?.queued).toContainEqual({ route: 'api-metrics', count: expect.any(Number) });
    expect(seen.warnings).toContainEqual({ kind: 'openIngest' });
    expect(seen.search).toMatchObject({ status: expect.stringMatching(/green|yellow/), nodes: 1 });
    expect(seen.search?.indices.map(({ kind }) => kind)).toContain('softphone-api-metrics');

    const { page } = await signIn(visit, admin);
    await page.getByRole('link', { name: 'Health' }).click();
    const needs = page.getByRole('list', { name: 'What needs attention' });
    await needs.getByText('Ingest is open to anyone').waitFor();
    await needs.getByRole('button', { name: 'What to do' }).last().click();
    await needs.getByText('From docs/operate.md').last().waitFor();
    const messages = page.getByRole('region', { name: 'What became of messages' });
    await messages.getByRole('row', { name: /^softphone-stats: not JSON/ }).waitFor();
    const queue = page.getByRole('region', { name: 'Queue' });
    expect(await queue.textContent()).toMatch(/(Waiting|put off)[^\d]*[1-9]/);
    const search = page.getByRole('region', { name: 'Search service' });
    // Not the indices of tests that run beside this one.
    await search.getByRole('row', { name: /^softphone-api-metrics \d/ }).waitFor();
  } finally {
    await searchClient().indices.delete({ index: closedIndex });
  }
});

test('a manager is not shown the way to it, and is told no', async ({ visit, expect }) => {
  const { page } = await signIn(visit);
  await page.getByRole('link', { name: 'Calls', exact: true }).waitFor();
  await page.goto(new URL('/health', runningStack().dashboardsUrl).href);
  await page.getByText('This is for admins').waitFor();
  expect(await page.getByRole('link', { name: 'Health' }).count()).toBe(0);
  expect(await page.getByRole('region', { name: 'Queue' }).count()).toBe(0);
});
