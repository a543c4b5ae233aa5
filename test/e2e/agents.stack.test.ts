/** A deployment with `agentAuth: cognito`: its own stack, because every other test posts without a sign-in. */
import { rm } from 'node:fs/promises';
import { Client } from '@opensearch-project/opensearch';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { agentProfiles } from '../../deploy/cli/agent-profiles.ts';
import { type RunningStack, startStack } from '../../local/start-stack.ts';
import { freePorts } from './free-ports.ts';
import { type AgentAccounts, agentAccounts, agentPassword } from './harness/agent-accounts.ts';
import { signInStackFolder } from './harness/folders.ts';
import { type Answer, send } from './harness/http.ts';
import { apiMetricsAt, statsAt } from './harness/ingest.ts';
import { test } from './harness/visitor.ts';
import { waitFor } from './harness/wait-for.ts';

const [ana, rui] = ['ana.silva', 'rui.martins'];
let running: RunningStack;
let accounts: AgentAccounts;
let ofManager = '';
const tokens = { ana: '', id: '' };

beforeAll(async () => {
  await rm(signInStackFolder, { recursive: true, force: true });
  running = await startStack({
    environment: { ...process.env, OPENSEARCH_URL: undefined, ...(await freePorts()) },
    folder: signInStackFolder,
    parameters: { agentAuth: 'cognito', checkAtSignIn: 'off' },
  });
  accounts = await agentAccounts(running.stack);
  for (const agent of [ana, rui]) await accounts.create(agent);
  const its = await accounts.tokensOf(ana);
  tokens.ana = its.access;
  tokens.id = its.id;
  ofManager = (await accounts.tokensOfManager()).access;
});
afterAll(() => running?.stop());

function post(route: string, body: object, token?: string): Promise<Answer> {
  const headers = {
    origin: new URL(running.stack.softphoneUrl).origin,
    'content-type': 'application/json',
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  };
  return send(`${running.stack.apiUrl}${route}`, { method: 'POST', headers, body: JSON.stringify(body) });
}
const statsOf = (agent: string, contactId = crypto.randomUUID()) =>
  statsAt(new Date(Date.now() - 40_000), agent, contactId);

/** Waits until something of an agent and a contact is stored. */
async function stored(clauses: Record<string, string>): Promise<void> {
  const search = new Client({ node: running.stack.opensearchUrl });
  const query = {
    bool: { filter: Object.entries(clauses).map(([field, value]) => ({ term: { [field]: value } })) },
  };
  const index = 'softphone-*';
  const count = async () => {
    await search.indices.refresh({ index, ignore_unavailable: true });
    return (await search.count({ index, ignore_unavailable: true, body: { query } as object })).body.count;
  };
  await waitFor('what the page sent', count, (its) => its > 0, { every: 500 });
}

type Attempt = [attempt: string, make: () => Promise<Answer>, status: number, says: RegExp];
const attempts: Attempt[] = [
  ['to send without a token', () => post('/softphone-stats', statsOf(ana)), 401, /Unauthorized/],
  [
    'to send with nonsense for one',
    () => post('/softphone-stats', statsOf(ana), 'nonsense'),
    401,
    /Unauthorized/,
  ],
  [
    'to send with a manager’s token',
    () => post('/softphone-stats', statsOf(ana), ofManager),
    401,
    /Unauthorized/,
  ],
  ['to send with the ID token', () => post('/softphone-stats', statsOf(ana), tokens.id), 403, /forgedAgent/],
  [
    'as Ana, to send windows of Rui',
    () => post('/softphone-stats', statsOf(rui), tokens.ana),
    403,
    /forgedAgent/,
  ],
  [
    'as Ana, to send API metrics of Rui',
    () => post('/api-metrics', apiMetricsAt(new Date(Date.now() - 40_000), rui), tokens.ana),
    403,
    /forgedAgent/,
  ],
  ['as Ana, to send as Ana', () => post('/softphone-stats', statsOf(ana), tokens.ana), 202, /"accepted":2/],
  [
    'as an agent, to look at calls',
    () => send(`${running.stack.apiUrl}/query/view`, { headers: { authorization: `Bearer ${tokens.ana}` } }),
    401,
    /Unauthorized/,
  ],
];

test.for(attempts)('%s', async ([, make, status, says], { expect }) => {
  const answer = await make();
  expect([answer.status, answer.text.slice(0, 300)]).toEqual([status, expect.stringMatching(says)]);
});

test('an agent who is erased has no profile left in the pool', async ({ expect }) => {
  const profiles = agentProfiles(accounts.config, accounts.agentPoolId);
  await accounts.create('joanna');
  expect(await profiles.remove('anna')).toBe(0);
  expect(await profiles.count('joanna')).toBe(1);
  expect(await profiles.remove('joanna')).toBe(1);
  expect(await profiles.count('joanna')).toBe(0);
});

async function enter(page: Page, agent: string): Promise<void> {
  await page.locator('input[name=username]').fill(agent);
  await page.locator('input[name=password]').fill(agentPassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

function ask(method: string, path: string, body?: object): Promise<Answer> {
  return send(`${running.stack.simulatorUrl}${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
}

/** Rings the agent. */
async function call(agent: string): Promise<string> {
  const isOpen = async () => (await ask('GET', '/agents')).text;
  await waitFor('the softphone', isOpen, (text) => text.includes(agent), { every: 500 });
  const { contactId } = JSON.parse((await ask('POST', '/calls', { agent })).text) as { contactId: string };
  return contactId;
}

test('an agent signs in, sends in the own name only, and signs in again without losing anything', async ({
  visit,
  expect,
}) => {
  const { softphoneUrl, ccpUrl, apiUrl } = running.stack;
  const visitor = await visit(ana, { permissions: ['microphone'] });
  await visitor.context.request.post(new URL('/login', ccpUrl).href, { form: { username: ana } });
  const page = await visitor.openTab(`${softphoneUrl}?from=bookmark`);
  await page.waitForURL(/oauth2\/authorize\?/);
  await enter(page, ana);
  await page.waitForURL((url) => url.href === `${softphoneUrl}?from=bookmark`);
  const contactId = await call(ana);
  await stored({ agent: ana, contactId });

  const forged = await page.evaluate(
    async ([url, body]) => {
      const { access } = JSON.parse(sessionStorage.getItem('sign-in.tokens') ?? '{}') as { access: string };
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${access}` };
      return (await fetch(url, { method: 'POST', headers, body })).status;
    },
    [`${apiUrl}/softphone-stats`, JSON.stringify(statsOf(rui))] as const,
  );
  expect(forged).toBe(403);

  // The session ends in the middle of the shift: neither the token nor what renews it is taken any more.
  await page.route(`${apiUrl}/**`, (route) => route.fulfill({ status: 401 }));
  await page.route('**/oauth2/token', (route) =>
    route.fulfill({ status: 400, json: { error: 'invalid_grant' } }),
  );
  await ask('DELETE', `/calls/${contactId}`);
  const line = page.getByTestId('collector');
  await line.getByText('sign in again').waitFor();
  await page.unroute(`${apiUrl}/**`);
  await page.unroute('**/oauth2/token');
  const [window] = await Promise.all([
    visitor.context.waitForEvent('page'),
    line.getByRole('button', { name: 'Sign in' }).click(),
  ]);
  const closed = window.waitForEvent('close');
  await enter(window, ana);
  await closed;
  await line.getByText(/reports? sent/).waitFor();
  await stored({ agent: ana, contactId, reportArrived: 'true' });
});
