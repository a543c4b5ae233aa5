import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { choosableState } from '../agents/agent-state.ts';
import { SignedIn } from '../testing/signed-in.ts';
import type { agentEvent } from './agent-event.ts';
import { type AgentEvents, agentEvents } from './agent-events.ts';

let centre: SignedIn;
let sent: ReturnType<typeof agentEvent>[];
let emitter: AgentEvents;

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
    now: Date.parse('2026-03-04T10:00:00Z'),
  });
  centre = new SignedIn();
  sent = [];
  emitter = agentEvents(centre.organisation, (_, event) => sent.push(event));
  centre.events.add(emitter);
});
afterEach(() => {
  emitter.stop();
  centre.stop();
  vi.useRealTimers();
});

function summary() {
  return sent.map(({ EventType, CurrentAgentSnapshot: { AgentStatus, Contacts } }) =>
    [EventType, AgentStatus.Name, ...Contacts.map((contact) => contact.State)].join(' '),
  );
}

test('a working day in events', async () => {
  centre.open();
  const call = await centre.ring();
  centre.calls.accept(call);
  centre.calls.hold(call, call.customerConnection.id, true);
  centre.calls.hangUp(call, 'CUSTOMER_DISCONNECT');
  centre.calls.finish(call);
  const lunch = choosableState(centre.organisation, 'Lunch', new Date());
  if (lunch) centre.session.choose(lunch);
  vi.advanceTimersByTime(120_000);
  centre.sessions.socketClosed(centre.session);
  vi.advanceTimersByTime(30_000);
  expect(summary()).toEqual([
    'LOGIN Available',
    'STATE_CHANGE Available CONNECTING',
    'STATE_CHANGE Available CONNECTED',
    'STATE_CHANGE Available CONNECTED_ONHOLD',
    'STATE_CHANGE Available ENDED',
    'STATE_CHANGE Available',
    'STATE_CHANGE Lunch',
    'HEART_BEAT Lunch',
    'LOGOUT Lunch',
  ]);
});

test('each event has the snapshot before it', async () => {
  centre.open();
  await centre.ring();
  const [login, ringing] = sent;
  expect(login?.PreviousAgentSnapshot).toBeNull();
  expect(ringing?.PreviousAgentSnapshot).toEqual(login?.CurrentAgentSnapshot);
  expect(ringing?.CurrentAgentSnapshot.Configuration).toMatchObject({
    AgentHierarchyGroups: { Level1: { Name: 'Service' }, Level3: null },
    FirstName: 'Ana',
    RoutingProfile: { Name: 'Customer Care', Concurrency: [{ AvailableSlots: 0, Channel: 'VOICE' }] },
    Username: 'ana.silva',
  });
});

test('a reload is not a logout', () => {
  centre.open();
  centre.sessions.socketClosed(centre.session);
  vi.advanceTimersByTime(29_000);
  centre.open();
  vi.advanceTimersByTime(60_000);
  expect(summary()).toEqual(['LOGIN Available']);
});
