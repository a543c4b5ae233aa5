import { expect, test } from 'vitest';
import { agentEvent } from '../connect/agent-event.ts';
import {
  agentEventDocument,
  agentEventIdentity,
  agentStateDocument,
  agentStateIdentity,
  makeAgentEvent,
  makeAgentState,
} from './agent-event.ts';

const receivedAt = new Date('2026-03-04T10:00:01.000Z');
const queue = { ARN: 'arn:q', Name: 'Billing' };
const event = agentEvent.parse({
  EventId: 'e1',
  EventType: 'STATE_CHANGE',
  EventTimestamp: '2026-03-04T10:00:00.123Z',
  InstanceARN: 'arn:aws:connect:eu-central-1:123456789012:instance/7f0c2d5e',
  AgentARN: 'arn:aws:connect:eu-central-1:123456789012:instance/7f0c2d5e/agent/a1',
  CurrentAgentSnapshot: {
    AgentStatus: { Name: 'Available', Type: 'ROUTABLE', StartTimestamp: '2026-03-04T09:00:00.000Z' },
    NextAgentStatus: null,
    Configuration: {
      Username: 'Ana.Silva',
      AgentHierarchyGroups: { Level1: { Name: 'Service' }, Level2: null },
    },
    Contacts: [{ ContactId: '3c5b6f2a-1111-4222-8333-944445555666', State: 'CONNECTED', Queue: queue }],
  },
  PreviousAgentSnapshot: { AgentStatus: { Name: 'Lunch', StartTimestamp: null } },
});

test('an event says what the agent did before and does now', () => {
  const document = makeAgentEvent(event, receivedAt);
  expect(document).toMatchObject({
    '@timestamp': '2026-03-04T10:00:00.123Z',
    agent: 'ana.silva',
    agentHierarchy: { level1: 'Service' },
    contactId: ['3c5b6f2a-1111-4222-8333-944445555666'],
    contacts: [{ state: 'CONNECTED', queue: 'Billing' }],
    previousState: { name: 'Lunch' },
    state: { name: 'Available', type: 'ROUTABLE' },
  });
  expect(document).not.toHaveProperty('nextState');
  expect(agentEventDocument.parse(document)).toEqual(document);
  expect(agentEventIdentity(document)).toEqual(['agent-event', '7f0c2d5e', 'e1']);
});

test('an agent is signed in until an event says otherwise', () => {
  const state = makeAgentState(event, receivedAt);
  expect(agentStateDocument.parse(state)).toEqual(state);
  expect(state).toMatchObject({ signedIn: true, at: event.EventTimestamp, eventType: 'STATE_CHANGE' });
  expect(makeAgentState({ ...event, EventType: 'LOGOUT' }, receivedAt).signedIn).toBe(false);
  expect(agentStateIdentity(state)).toEqual(['agent-state', event.AgentARN]);
});
