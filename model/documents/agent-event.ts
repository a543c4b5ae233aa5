import * as z from 'zod';
import type { AgentEvent } from '../connect/agent-event.ts';
import { instanceOf } from '../connect/parts.ts';
import { compact } from './compact.ts';
import { nameOfQueue, noQueueName, type QueueName } from './connect-instance.ts';
import { dimensions } from './dimensions.ts';
import { boolean, date, dimensionsMapping, keyword, object, type Properties } from './mapping.ts';

const state = z.object({
  name: z.string().optional(),
  /** ROUTABLE, CUSTOM or OFFLINE. */
  type: z.string().optional(),
  since: z.string().optional(),
});

const contact = z.object({
  contactId: z.string(),
  initialContactId: z.string().optional(),
  channel: z.string().optional(),
  initiationMethod: z.string().optional(),
  /** CONNECTING, CONNECTED, CONNECTED_ONHOLD, ENDED, MISSED … */
  state: z.string().optional(),
  stateSince: z.string().optional(),
  connectedToAgentAt: z.string().optional(),
  enqueuedAt: z.string().optional(),
  queue: z.string().optional(),
  queueArn: z.string().optional(),
});

/** What an agent is and does at a time. */
const situation = z.object({
  instanceId: z.string(),
  agent: dimensions.shape.agent.optional(),
  agentArn: z.string(),
  agentRoutingProfile: dimensions.shape.agentRoutingProfile,
  agentHierarchy: dimensions.shape.agentHierarchy,
  /** What the agent chose: a contact shows in `contacts`, not here. */
  state: state.optional(),
  nextState: z.string().optional(),
  contacts: z.array(contact).optional(),
  /** Those of `contacts`, so that all that is about a contact is found by the same field. */
  contactId: z.array(z.string()).optional(),
});

/** One event of an agent: `connect-agent-events-*`. */
export const agentEventDocument = situation.extend({
  /** When it happened. */
  '@timestamp': z.string(),
  receivedAt: z.string(),
  eventId: z.string(),
  /** LOGIN, LOGOUT, STATE_CHANGE, HEART_BEAT … */
  eventType: z.string(),
  previousState: state.optional(),
});
export type AgentEventDocument = z.infer<typeof agentEventDocument>;

/** What an agent is and does now, as the newest event said: `connect-agent-states`, not dated. */
export const agentStateDocument = situation.extend({
  signedIn: z.boolean(),
  /** When that event happened. */
  at: z.string(),
  receivedAt: z.string(),
  eventType: z.string(),
});
export type AgentStateDocument = z.infer<typeof agentStateDocument>;

export const agentStatesIndex = 'connect-agent-states';

const stateMapping = object({ name: keyword, type: keyword, since: date });
const { instanceId = {}, agent = {}, agentRoutingProfile = {}, agentHierarchy = {} } = dimensionsMapping;
const situationMapping: Properties = {
  instanceId,
  agent,
  agentArn: keyword,
  agentRoutingProfile,
  agentHierarchy,
  state: stateMapping,
  nextState: keyword,
  contacts: object({
    contactId: keyword,
    initialContactId: keyword,
    channel: keyword,
    initiationMethod: keyword,
    state: keyword,
    stateSince: date,
    connectedToAgentAt: date,
    enqueuedAt: date,
    queue: keyword,
    queueArn: keyword,
  }),
  contactId: keyword,
};

export const agentEventMapping: Properties = {
  ...situationMapping,
  '@timestamp': date,
  receivedAt: date,
  eventId: keyword,
  eventType: keyword,
  previousState: stateMapping,
};

export const agentStateMapping: Properties = {
  ...situationMapping,
  signedIn: boolean,
  at: date,
  receivedAt: date,
  eventType: keyword,
};

/**
 * The document of an event; pure.
 *
 * @param queueName of a queue that the event does not name itself
 */
export function makeAgentEvent(
  event: AgentEvent,
  receivedAt: Date,
  queueName: QueueName = noQueueName,
): AgentEventDocument {
  return compact<AgentEventDocument>({
    ...situationOf(event, queueName),
    '@timestamp': event.EventTimestamp,
    receivedAt: receivedAt.toISOString(),
    eventId: event.EventId,
    eventType: event.EventType,
    previousState: stateOf(event.PreviousAgentSnapshot?.AgentStatus),
  });
}

/** What the agent is and does since an event; pure. See `makeAgentEvent`. */
export function makeAgentState(
  event: AgentEvent,
  receivedAt: Date,
  queueName: QueueName = noQueueName,
): AgentStateDocument {
  return compact<AgentStateDocument>({
    ...situationOf(event, queueName),
    signedIn: event.EventType !== 'LOGOUT',
    at: event.EventTimestamp,
    receivedAt: receivedAt.toISOString(),
    eventType: event.EventType,
  });
}

/** The parts of an event's id. */
export function agentEventIdentity(of: { instanceId: string; eventId: string }): readonly string[] {
  return ['agent-event', of.instanceId, of.eventId];
}

/** The parts of the id of an agent's state. Not by the name, which may be among what is not kept. */
export function agentStateIdentity(of: { agentArn: string }): readonly string[] {
  return ['agent-state', of.agentArn];
}

function situationOf({ InstanceARN, AgentARN, CurrentAgentSnapshot }: AgentEvent, queueName: QueueName) {
  const { AgentStatus, NextAgentStatus, Configuration, Contacts = [] } = CurrentAgentSnapshot ?? {};
  const { AgentHierarchyGroups } = Configuration ?? {};
  return {
    instanceId: instanceOf(InstanceARN) ?? '',
    agent: Configuration?.Username?.toLowerCase(),
    agentArn: AgentARN,
    agentRoutingProfile: Configuration?.RoutingProfile?.Name,
    agentHierarchy: {
      level1: AgentHierarchyGroups?.Level1?.Name,
      level2: AgentHierarchyGroups?.Level2?.Name,
      level3: AgentHierarchyGroups?.Level3?.Name,
      level4: AgentHierarchyGroups?.Level4?.Name,
      level5: AgentHierarchyGroups?.Level5?.Name,
    },
    state: stateOf(AgentStatus),
    nextState: NextAgentStatus?.Name,
    contacts: Contacts.map((its) => contactOf(its, queueName)),
    contactId: Contacts.map(({ ContactId }) => ContactId),
  };
}

type Status = NonNullable<AgentEvent['CurrentAgentSnapshot']>['AgentStatus'];
type Contact = NonNullable<NonNullable<AgentEvent['CurrentAgentSnapshot']>['Contacts']>[number];

function stateOf(status: Status) {
  return { name: status?.Name, type: status?.Type, since: status?.StartTimestamp };
}

function contactOf(its: Contact, queueName: QueueName): z.infer<typeof contact> {
  return compact<z.infer<typeof contact>>({
    contactId: its.ContactId,
    initialContactId: its.InitialContactId,
    channel: its.Channel,
    initiationMethod: its.InitiationMethod,
    state: its.State,
    stateSince: its.StateStartTimestamp,
    connectedToAgentAt: its.ConnectedToAgentTimestamp,
    enqueuedAt: its.QueueTimestamp,
    queue: nameOfQueue(its.Queue, queueName),
    queueArn: its.Queue?.ARN,
  });
}
