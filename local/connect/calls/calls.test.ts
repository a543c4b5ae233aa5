import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { AgentSession } from '../agents/agent-session.ts';
import { choosableState } from '../agents/agent-state.ts';
import { SignedIn } from '../testing/signed-in.ts';
import type { Calls } from './calls.ts';

let centre: SignedIn;
let calls: Calls;
let session: AgentSession;
let told: string[];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  centre = new SignedIn();
  calls = centre.calls;
  session = centre.session;
  told = [];
  centre.events.add({
    contactChanged: (_, call) => told.push(call.state),
    callFinished: (_, call) => told.push(`finished ${call.disconnectReason}`),
  });
});
afterEach(() => {
  centre.stop();
  vi.useRealTimers();
});

test('a call is rung, accepted when the softphone is connected, and ends', async () => {
  const call = await centre.ring();
  expect(session.call).toBe(call);
  calls.mediaConnected(call);
  expect([call.state, session.state.name]).toEqual(['connected', 'Busy']);
  calls.hangUp(call, 'CUSTOMER_DISCONNECT');
  expect([call.state, session.state.name]).toEqual(['ended', 'AfterCallWork']);
  calls.finish(call);
  expect([session.call, session.state.name]).toEqual([undefined, 'Available']);
  expect(told).toEqual(['connecting', 'connected', 'ended', 'finished CUSTOMER_DISCONNECT']);
});

test('without auto-accept it waits for the agent, and is missed after 20 s', async () => {
  const call = await centre.ring({ autoAccept: false });
  calls.mediaConnected(call);
  vi.advanceTimersByTime(19_999);
  expect(call.state).toBe('connecting');
  vi.advanceTimersByTime(1);
  expect([call.state, session.state.name]).toEqual(['missed', 'MissedCallAgent']);
});

test('after-call work ends by itself', async () => {
  const call = await centre.ring();
  calls.accept(call);
  calls.hangUp(call, 'AGENT_DISCONNECT');
  vi.advanceTimersByTime(10_000);
  expect(session.call).toBeUndefined();
});

test('a second call is refused until the first is over, and then ends its after-call work', async () => {
  const first = await centre.ring();
  await expect(centre.ring()).rejects.toMatchObject({ status: 409 });
  calls.reject(first);
  const second = await centre.ring();
  expect(session.call).toBe(second);
  expect(told).toContain('finished AGENT_DISCONNECT');
});

test('a softphone that cannot connect puts contact and agent into an error', async () => {
  const call = await centre.ring();
  calls.mediaFailed(call);
  expect([call.state, session.state.name]).toEqual(['error', 'FailedConnectAgent']);
  await centre.ring();
  expect(session.state.name).toBe('Available');
});

test('what the agent chooses during a call comes after it', async () => {
  const lunch = choosableState(centre.organisation, 'Lunch', new Date());
  const call = await centre.ring();
  calls.accept(call);
  if (lunch) session.choose(lunch);
  expect(session.state.name).toBe('Busy');
  calls.hangUp(call, 'CUSTOMER_DISCONNECT');
  calls.finish(call);
  expect(session.state.name).toBe('Lunch');
});

test('time on hold is counted', async () => {
  const call = await centre.ring();
  calls.accept(call);
  const { id } = call.customerConnection;
  calls.hold(call, id, true);
  vi.advanceTimersByTime(3_000);
  calls.hold(call, id, false);
  calls.hold(call, id, true);
  vi.advanceTimersByTime(5_000);
  calls.hangUp(call, 'CUSTOMER_DISCONNECT');
  expect(call.customerConnection).toMatchObject({ holds: 2, heldMs: 8_000, longestHoldMs: 5_000 });
});

test('an agent who leaves takes the call along', async () => {
  await centre.ring();
  centre.events.signedOut(session);
  expect(told.at(-1)).toBe('finished AGENT_DISCONNECT');
});

test('a contact without after-call work is never seen as ended', async () => {
  const call = await centre.ring({ afterContactWork: false });
  calls.accept(call);
  calls.hangUp(call, 'CUSTOMER_DISCONNECT');
  expect(session.call).toBeUndefined();
  expect(told).toEqual(['connecting', 'connected', 'finished CUSTOMER_DISCONNECT']);
});
