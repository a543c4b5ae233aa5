import { expect, test } from 'vitest';
import type { AgentStateNow } from '../../../model/query/agent-states.ts';
import { agentStateName, agentStateSince, stateCounts } from './agent-state-words.ts';

const at = '2026-03-04T10:00:00.000Z';
const ago = (minutes: number) => new Date(Date.parse(at) - 60_000 * minutes).toISOString();
const state = (change: Partial<AgentStateNow> = {}): AgentStateNow => ({
  agent: 'ana.silva',
  routingProfile: null,
  signedIn: true,
  state: 'Available',
  stateType: 'ROUTABLE',
  since: ago(5),
  contacts: [],
  heardAt: ago(1),
  ...change,
});

test('says what the agent chose, and what the contacts are in', () => {
  expect(agentStateName(state())).toBe('Available');
  const contact = (its: string | null) => ({ contactId: 'a', state: its });
  expect(agentStateName(state({ contacts: [contact('CONNECTED')] }))).toBe('Available, on a contact');
  expect(agentStateName(state({ contacts: [contact('ENDED'), contact('ENDED')] }))).toBe(
    'Available, after-contact work',
  );
  expect(agentStateName(state({ signedIn: false, contacts: [contact('CONNECTED')] }))).toBe('Signed out');
  expect(agentStateName(state({ state: null }))).toBe('Signed in, state not known');
});

test('says since when; of who is signed in and was not heard of for long, that', () => {
  expect(agentStateSince(state(), at)).toMatch(/^since \d\d:\d\d$/);
  expect(agentStateSince(state({ since: ago(3000) }), at)).toMatch(/^since \w{3} \d+ \w{3}, \d\d:\d\d$/);
  expect(agentStateSince(state({ since: null }), at)).toBe('');
  expect(agentStateSince(state({ heardAt: ago(11) }), at)).toMatch(/^not heard of since /);
  // Who has signed out says nothing more.
  expect(agentStateSince(state({ signedIn: false, since: null, heardAt: ago(300) }), at)).toMatch(/^since /);
});

test('counts by state, the most first', () => {
  const lunch = { state: 'Lunch', stateType: 'CUSTOM' };
  const all = [
    state(lunch),
    state(),
    state(),
    state({ signedIn: false }),
    state({ ...lunch, signedIn: false }),
  ];
  expect(stateCounts(all)).toBe('2 Available, 2 signed out, 1 Lunch');
  expect(stateCounts([])).toBe('');
});
