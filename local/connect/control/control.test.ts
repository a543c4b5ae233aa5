import { afterEach, beforeEach, expect, test } from 'vitest';
import { Trouble } from '../agent-api/trouble.ts';
import { MetricsTrouble } from '../connect-api/metrics/trouble.ts';
import { problem } from '../problem.ts';
import { SignedIn } from '../testing/signed-in.ts';
import { control } from './routes.ts';

let centre: SignedIn;
let trouble: Trouble;
let metricsTrouble: MetricsTrouble;
let app: ReturnType<typeof control>;

beforeEach(() => {
  centre = new SignedIn();
  trouble = new Trouble(['getAgentStates', 'putAgentState']);
  metricsTrouble = new MetricsTrouble();
  app = control({ ...centre, trouble, metricsTrouble }).onError(problem);
});
afterEach(() => centre.stop());

async function send(method: string, path: string, body?: unknown) {
  const response = await app.request(path, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const isJson = response.headers.get('content-type')?.includes('json');
  return {
    status: response.status,
    body: (isJson ? await response.json() : undefined) as Record<string, unknown>,
  };
}

test('names the agents whose page is open', async () => {
  expect(await send('GET', '/agents')).toEqual({ status: 200, body: [] });
  centre.open();
  expect((await send('GET', '/agents')).body).toEqual([{ username: 'ana.silva', state: 'Available' }]);
});

test('rings the only agent, changes the path, hangs up', async () => {
  centre.open();
  const rung = await send('POST', '/calls', { queue: 'VIP', network: { toAgent: { lossPercent: 5 } } });
  expect(rung.status).toBe(201);
  const path = `/calls/${rung.body.contactId}`;
  expect((await send('GET', path)).body).toMatchObject({
    state: 'connecting',
    queue: 'VIP',
    toAgent: { forwarded: 0, dropped: 0 },
    network: { toAgent: { lossPercent: 5, delayMs: 0 } },
  });
  await send('PATCH', path, { network: { fromAgent: { delayMs: 80 } } });
  await send('PATCH', path, { customerSilent: true });
  expect((await send('GET', path)).body).toMatchObject({
    network: { toAgent: { lossPercent: 5 }, fromAgent: { delayMs: 80 } },
    customerSilent: true,
  });
  expect((await send('DELETE', path)).body.state).toBe('ended');
});

test('lets a customer wait, rings, hands on, and calls back', async () => {
  const path = async (answer: ReturnType<typeof send>) => `/calls/${(await answer).body.contactId}`;
  const stateOf = async (one: string) => (await send('GET', one)).body.state;
  centre.open();
  const first = await path(send('POST', '/calls', { waits: true, queue: 'VIP', lookupFails: true }));
  expect((await send('GET', first)).body).toEqual({
    contactId: first.slice('/calls/'.length),
    initiationMethod: 'INBOUND',
    state: 'queued',
    queue: 'VIP',
  });
  const rung = await send('POST', `${first}/ring`, { autoAccept: false });
  expect(rung.body).toMatchObject({ state: 'connecting', agent: 'ana.silva' });
  expect((await send('POST', `${first}/transfer`, { queue: 'Orders' })).status).toBe(409);
  centre.calls.accept(centre.calls.get(first.slice('/calls/'.length)));
  const second = await path(send('POST', `${first}/transfer`, { queue: 'Orders' }));
  const third = await path(send('POST', `${second}/callback`, {}));
  expect(await Promise.all([first, second, third].map(stateOf))).toEqual(['ended', 'ended', 'queued']);
  expect((await send('GET', third)).body).toMatchObject({ initiationMethod: 'CALLBACK', queue: 'Orders' });
  await send('DELETE', third);
  expect(await stateOf(third)).toBe('ended');
});

test.each([
  ['an unknown field', 'POST', '/calls', { agnet: 'ana.silva' }, 400],
  ['an unknown fault', 'POST', '/calls', { network: { toAgent: { los: 5 } } }, 400],
  ['a loss above 100 %', 'POST', '/calls', { network: { toAgent: { lossPercent: 101 } } }, 400],
  ['an unknown queue', 'POST', '/calls', { queue: 'Nowhere' }, 400],
  ['an agent without a page', 'POST', '/calls', { agent: 'bruno.teixeira' }, 409],
  ['an agent for a customer who waits', 'POST', '/calls', { waits: true, agent: 'ana.silva' }, 400],
  ['to let a customer not wait', 'POST', '/calls', { waits: false }, 400],
  ['an unknown call', 'GET', '/calls/none', undefined, 404],
  ['a ring for an unknown call', 'POST', '/calls/none/ring', {}, 404],
  ['a change of nothing', 'PATCH', '/calls/none', {}, 404],
  ['a delay of an unknown operation', 'PUT', '/api-latency', { getNothing: 5 }, 400],
  ['a delay that is no number', 'PUT', '/api-latency', { getAgentStates: 'long' }, 400],
  ['a status that is no error', 'PUT', '/api-errors', { getAgentStates: 200 }, 400],
  ['a page of no metrics', 'PUT', '/metrics-trouble', { pageSize: 0 }, 400],
  ['an unknown path', 'GET', '/nothing', undefined, 404],
])('refuses %s', async (_, method, path, body, status) => {
  centre.open();
  expect((await send(method, path, body)).status).toBe(status);
});

test('says in plain words what is wrong, as problem+json', async () => {
  const response = await app.request('/calls', { method: 'POST', body: '{' });
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(await response.json()).toMatchObject({ status: 400, title: 'The body is not JSON' });
  const { body } = await send('POST', '/calls', {});
  expect(body.title).toBe('Name the agent. Softphone pages open: none');
});

test('a delay replaces the one before', async () => {
  await send('PUT', '/api-latency', { getAgentStates: 300 });
  await send('PUT', '/api-latency', { putAgentState: 700 });
  expect([trouble.latencyMs('getAgentStates'), trouble.latencyMs('putAgentState')]).toEqual([0, 700]);
});

test('what is put on the operations for metrics replaces what was', async () => {
  await send('PUT', '/metrics-trouble', { pageSize: 3 });
  expect((await send('PUT', '/metrics-trouble', { lateSeconds: 60, perSecond: 1 })).status).toBe(204);
  expect(metricsTrouble).toMatchObject({ lateMs: 60_000, pageSize: 100, perSecond: 1 });
});

test('gives the secrets of every call', async () => {
  centre.open();
  await centre.ring();
  const { secrets } = (await send('GET', '/secrets')).body as { secrets: string[] };
  for (const kind of [
    'turn-username',
    'turn-credential',
    'turn-session-token',
    'call-context-token',
    'agent-token',
  ]) {
    expect(secrets.some((secret) => secret.startsWith(`SIMULATED-SECRET-${kind}-`))).toBe(true);
  }
});
