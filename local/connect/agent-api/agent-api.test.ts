import { afterEach, beforeEach, expect, test } from 'vitest';
import { SignedIn } from '../testing/signed-in.ts';
import { type MediaConnection, TurnUsers } from '../turn/users.ts';
import { agentOperations } from './agent-operations.ts';
import { contactOperations } from './contact-operations.ts';
import { agentApi } from './routes.ts';
import { Trouble } from './trouble.ts';

let centre: SignedIn;
let app: ReturnType<typeof agentApi>;
let trouble: Trouble;
let users: TurnUsers;

beforeEach(() => {
  centre = new SignedIn();
  users = new TurnUsers(centre.secrets);
  const operations = {
    ...agentOperations(
      centre.organisation,
      () => users.handOut(['turn:127.0.0.1:3478']),
      () => 'wss://localhost/agent-socket',
    ),
    ...contactOperations(centre.calls),
  };
  trouble = new Trouble(Object.keys(operations));
  app = agentApi(centre.sessions, operations, trouble);
});
afterEach(() => centre.stop());

async function call(operation: string, body: object = {}, token = centre.token) {
  const headers = { 'x-amz-target': `AmazonConnectCTIService.${operation}`, 'x-amz-bearer': token };
  const response = await app.request('/', { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: response.status, body: (await response.json()) as Record<string, never> };
}

test('the long poll answers at once the first time, then when something changes', async () => {
  const first = await call('GetAgentSnapshot', { timeout: 30_000 });
  expect(first.body).toMatchObject({
    snapshot: { state: { name: 'Available', type: 'routable' }, contacts: [] },
  });
  const next = call('GetAgentSnapshot', { timeout: 30_000, nextToken: first.body.nextToken });
  await call('PutAgentState', { state: { name: 'Lunch' } });
  expect((await next).body).toMatchObject({ snapshot: { state: { name: 'Lunch', type: 'not_routable' } } });
});

test('the long poll ends by itself', async () => {
  const first = await call('GetAgentSnapshot');
  const second = await call('GetAgentSnapshot', { timeout: 10, nextToken: first.body.nextToken });
  expect(second.body.nextToken).toBe(first.body.nextToken);
});

test('a softphone is handed a TURN server that knows it, with credentials that are secrets', async () => {
  const { body } = await call('CreateTransport', { transportType: 'softphone' });
  const { softphoneTransport } = body as {
    softphoneTransport?: { softphoneMediaConnections: MediaConnection[] };
  };
  const [connection] = softphoneTransport?.softphoneMediaConnections ?? [];
  expect(connection?.urls).toEqual(['turn:127.0.0.1:3478']);
  expect(users.credentialOf(connection?.username ?? '')).toBe(connection?.credential);
  expect(centre.secrets.all).toEqual(expect.arrayContaining([connection?.username, connection?.credential]));
});

test('a ringing contact carries what the softphone needs', async () => {
  const { contactId } = await centre.ring();
  const { body } = await call('GetAgentSnapshot');
  expect(body).toMatchObject({
    snapshot: {
      contacts: [
        {
          contactId,
          type: 'voice',
          state: { type: 'connecting' },
          queue: { name: 'Billing' },
          connections: [
            { type: 'agent', softphoneMediaInfo: { callType: 'audio_only', autoAccept: true } },
            { type: 'inbound', initial: true, state: { type: 'connected' } },
          ],
        },
      ],
    },
  });
});

test('accept, hold, resume, hang up, clear', async () => {
  const rung = await centre.ring({ autoAccept: false });
  const { contactId } = rung;
  const connectionId = rung.customerConnection.id;
  expect((await call('AcceptContact', { contactId })).status).toBe(200);
  await call('HoldConnection', { contactId, connectionId });
  expect(rung.customerConnection.state).toBe('hold');
  await call('ResumeConnection', { contactId, connectionId });
  expect(rung.customerConnection.state).toBe('connected');
  await call('DestroyConnection', { contactId, connectionId: rung.agentConnection.id });
  expect(rung.state).toBe('ended');
  await call('ClearContact', { contactId });
  expect(centre.session.call).toBeUndefined();
  expect((await call('AcceptContact', { contactId })).body).toMatchObject({
    __type: 'ContactNotFoundException',
  });
});

test.each([
  ['an unknown operation', 'TurnCoffeeMachineOn', {}, 400, 'UnknownOperationException'],
  ['a body without what it needs', 'AcceptContact', {}, 400, 'ValidationException'],
  ['an unknown state', 'PutAgentState', { state: { name: 'Asleep' } }, 400, 'InvalidStateException'],
])('refuses %s', async (_, operation, body, status, type) => {
  expect(await call(operation, body)).toMatchObject({ status, body: { __type: type } });
});

test('refuses a token that it did not give', async () => {
  expect(await call('GetAgentStates', {}, 'stolen')).toMatchObject({ status: 401 });
});

test('fails when a test asks for it', async () => {
  trouble.fail({ getAgentStates: 503 });
  expect((await call('GetAgentStates')).status).toBe(503);
  trouble.fail({});
  expect((await call('GetAgentStates')).status).toBe(200);
});
