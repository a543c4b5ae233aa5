import { beforeAll } from 'vitest';
import { agentApi } from '../../model/query/agent-api.ts';
import { agentsAnswer } from '../../model/query/agents.ts';
import { callList } from '../../model/query/call-row.ts';
import { choices } from '../../model/query/choices.ts';
import { findings } from '../../model/query/findings.ts';
import { managerView } from '../../model/query/manager-view.ts';
import { nowAnswer } from '../../model/query/now.ts';
import { overview } from '../../model/query/overview.ts';
import { pageAnswer, pageIds } from '../../model/query/page.ts';
import { post, statsAt } from './harness/ingest.ts';
import { createMember, signIn, tokensOf } from './harness/manager.ts';
import { query } from './harness/query.ts';
import { callWhen } from './harness/search.ts';
import { test } from './harness/visitor.ts';

/** Whom local/aws/serverless.ts limits: billing-leads to the queues Billing and Returns. */
const group = 'billing-leads';
const mine = crypto.randomUUID();
const foreign = crypto.randomUUID();
const unknown = crypto.randomUUID();
const agent = 'natalia.krawczyk';
const now = Date.now();
const day = 24 * 3_600_000;
const range: [string, string][] = [
  ['from', new Date(now - day).toISOString()],
  ['to', new Date(now + day).toISOString()],
];
let token = '';
let member: { username: string; password: string };

/** Posts the beginning of a call, and waits until it is stored. */
async function call(contactId: string, queue: string | undefined): Promise<void> {
  const stats = statsAt(new Date(now - 60_000), agent, contactId);
  const { queue: _, ...bare } = stats.call;
  await post('/softphone-stats', {
    ...stats,
    call: { ...bare, ...(queue ? { queue: { name: queue } } : {}) },
  });
  await callWhen('the call', contactId, () => true);
}

beforeAll(async () => {
  await Promise.all([call(mine, 'Billing'), call(foreign, 'VIP'), call(unknown, undefined)]);
  member = await createMember([group]);
  ({ access: token } = await tokensOf(member));
});

test('a manager of two queues is told so', async ({ expect }) => {
  const view = managerView.parse(JSON.parse((await query('view', token)).text));
  expect(view).toEqual({ limits: [{ queue: ['Billing', 'Returns'] }], apiCalls: false });
});

test('a manager of two queues sees the own call, and others as if they were not there', async ({
  expect,
}) => {
  expect((await query(`calls/${mine}`, token)).status).toBe(200);
  for (const contactId of [foreign, unknown, crypto.randomUUID()]) {
    for (const more of [[], [['agent', agent]]] as [string, string][][]) {
      const answer = await query(`calls/${contactId}`, token, more);
      expect(answer.status, answer.text).toBe(404);
    }
  }
});

test.for([
  ['nothing more', []],
  ['the other queue', [['queue', 'VIP']]],
  [
    'both queues',
    [
      ['queue', 'VIP'],
      ['queue', 'Billing'],
    ],
  ],
  ['calls of no known queue', [['queue', '']]],
  ['the agent', [['agent', agent]]],
  ['the other call’s id', [['search', foreign]]],
  ['the agent, by the search box', [['search', agent]]],
] as [string, [string, string][]][])(
  'a manager of two queues gets no foreign call when asking for %s',
  async ([, more], { expect }) => {
    const answer = await query('calls', token, [...range, ...more, ['size', '100']]);
    const { calls } = callList.parse(JSON.parse(answer.text));
    const queues = new Set(calls.map(({ contactQueue }) => contactQueue));
    for (const queue of queues) expect(['Billing', 'Returns']).toContain(queue);
  },
);

test('a manager of two queues is offered no other queue, and no figure counts one', async ({ expect }) => {
  const [filters, all, stands, api] = await Promise.all(
    ['filters', 'overview', 'findings', 'agent-api'].map(async (path) =>
      JSON.parse((await query(path, token, range)).text),
    ),
  );
  const offered = choices.parse(filters).choices.find(({ dimension }) => dimension === 'queue');
  expect(offered?.values.map(({ value }) => value)).toContain('Billing');
  const { breakdowns } = overview.parse(all);
  const groups = breakdowns.find(({ dimension }) => dimension === 'queue')?.groups.map(({ key }) => key);
  for (const queue of [...(offered?.values.map(({ value }) => value) ?? []), ...(groups ?? [])]) {
    expect(['Billing', 'Returns']).toContain(queue);
  }
  expect(agentApi.parse(api).operations).toEqual([]);
  expect(findings.parse(stands).api).toEqual([]);
});

test('a manager of two queues finds no other on any page, among the calls that go on or among the agents', async ({
  expect,
}) => {
  for (const page of pageIds) {
    const asked = await query('page', token, [['page', page], ['by', 'queue'], ...range]);
    const { panels } = pageAnswer.parse(JSON.parse(asked.text));
    if (page === 'business') expect(panels.groups).toMatchObject({ groups: [{ key: 'Billing' }] });
    for (const panel of Object.values(panels)) {
      if (panel.kind !== 'breakdown' || panel.by !== 'queue') continue;
      for (const { key } of panel.groups) expect(['Billing', 'Returns']).toContain(key);
    }
  }
  const now = nowAnswer.parse(JSON.parse((await query('now', token)).text));
  for (const { queue } of now.calls) expect(['Billing', 'Returns']).toContain(queue);
  const asked = async (more: [string, string][]) =>
    agentsAnswer.parse(
      JSON.parse((await query('agents', token, [...range, ['agent', agent], ...more])).text),
    );
  const [own] = (await asked([])).agents;
  const list = await query('calls', token, [...range, ['agent', agent]]);
  const { total } = callList.parse(JSON.parse(list.text));
  expect([own?.agent, own?.now.calls?.value]).toEqual([agent, total]);
  expect((await asked([['queue', 'VIP']])).agents).toEqual([]);
});

test('a manager of two queues reads so at the top of the pages', async ({ visit }) => {
  const { page } = await signIn(visit, member);
  await page.getByRole('note').getByText('You see: queues Billing, Returns').waitFor();
  await page.getByText('Requests belong to no queue', { exact: false }).waitFor();
});

test('a manager in no limiting group sees all of these calls', async ({ expect }) => {
  const { access } = await tokensOf(await createMember([]));
  expect(managerView.parse(JSON.parse((await query('view', access)).text)).limits).toBeNull();
  for (const contactId of [mine, foreign, unknown]) {
    expect((await query(`calls/${contactId}`, access)).status).toBe(200);
  }
});

test('an admin in a limiting group sees all of these calls', async ({ expect }) => {
  const { access } = await tokensOf(await createMember([group, 'admins']));
  expect((await query(`calls/${foreign}`, access)).status).toBe(200);
});
