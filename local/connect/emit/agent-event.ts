import { randomUUID } from 'node:crypto';
import type { HierarchyGroup, Named, Organisation } from '../../organisation.ts';
import type { AgentSession } from '../agents/agent-session.ts';
import type { AgentState } from '../agents/agent-state.ts';
import type { Call } from '../calls/call.ts';

/** Source of all shapes here: Administrator Guide, "Agent event streams data model". */
export type AgentEventType = 'LOGIN' | 'LOGOUT' | 'STATE_CHANGE' | 'HEART_BEAT';
export type AgentSnapshot = ReturnType<typeof agentSnapshot>;

/** One event of the stream; `before` is null for a LOGIN. */
export function agentEvent(
  type: AgentEventType,
  { agent }: AgentSession,
  before: AgentSnapshot | null,
  current: AgentSnapshot,
  { accountId, instanceArn }: Organisation,
  now: Date,
) {
  return {
    AWSAccountId: accountId,
    AgentARN: agent.arn,
    CurrentAgentSnapshot: current,
    EventId: randomUUID(),
    EventTimestamp: now.toISOString(),
    EventType: type,
    InstanceARN: instanceArn,
    PreviousAgentSnapshot: before,
    Version: '2017-10-01',
  };
}

/** What an agent is and does now. The status is what the agent chose: a call shows in the contacts, not here. */
export function agentSnapshot(session: AgentSession) {
  const { agent, chosen, nextState, call } = session;
  return {
    AgentStatus: statusOf(chosen),
    NextAgentStatus: nextState ? statusOf(nextState) : null,
    Configuration: {
      AgentHierarchyGroups: {
        Level1: groupOf(agent.hierarchy.level1),
        Level2: groupOf(agent.hierarchy.level2),
        Level3: null,
        Level4: null,
        Level5: null,
      },
      FirstName: agent.firstName,
      LastName: agent.lastName,
      Proficiencies: [],
      RoutingProfile: routingProfileOf(session),
      Username: agent.username,
    },
    Contacts: call ? [contactOf(call)] : [],
  };
}

const STATUS_TYPES = { routable: 'ROUTABLE', not_routable: 'CUSTOM', offline: 'OFFLINE' } as const;

function statusOf({ name, arn, type, since }: AgentState) {
  const Type = type in STATUS_TYPES ? STATUS_TYPES[type as keyof typeof STATUS_TYPES] : 'CUSTOM';
  return { ARN: arn ?? null, Name: name, StartTimestamp: since.toISOString(), Type };
}

function groupOf({ arn, name }: HierarchyGroup) {
  return { ARN: arn, Name: name };
}

function routingProfileOf({ agent, call }: AgentSession) {
  const { arn, name, queues } = agent.routingProfile;
  const [first] = queues;
  return {
    ARN: arn,
    Concurrency: [{ AvailableSlots: call ? 0 : 1, Channel: 'VOICE', MaximumSlots: 1 }],
    DefaultOutboundQueue: first ? queueOf(first) : null,
    InboundQueues: queues.map(queueOf),
    Name: name,
  };
}

function queueOf({ arn, name }: Named) {
  return { ARN: arn, Channels: ['VOICE'], Name: name };
}

function contactOf(call: Call) {
  const { contact, queue } = call.spec;
  const { contactId, initialContactId = null, initiationMethod } = contact.spec;
  const { connected } = call.times;
  const held = call.customerConnection;
  const isOnHold = call.state === 'connected' && held.state === 'hold';
  return {
    Channel: 'VOICE',
    ConnectedToAgentTimestamp: connected?.toISOString() ?? null,
    ContactId: contactId,
    InitialContactId: initialContactId,
    InitiationMethod: initiationMethod,
    Queue: { ARN: queue.arn, Name: queue.name },
    QueueTimestamp: contact.initiated.toISOString(),
    State: isOnHold ? 'CONNECTED_ONHOLD' : call.state.toUpperCase(),
    StateStartTimestamp: (isOnHold || held.since > call.since ? held.since : call.since).toISOString(),
  };
}
