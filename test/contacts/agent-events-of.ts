import { instanceArn, type Ring, ringSeconds, type Story, type Thing, talkOf } from './story.ts';
import { uuidOf } from './uuid-of.ts';

const iso = (at: number) => new Date(at).toISOString();
const heartbeatMillis = 120_000;

/**
 * What an agent's events say of a contact. Source: Amazon Connect Administrator Guide, "Data model for agent event
 * streams".
 */
export function eventsOfContact(story: Story): Thing[] {
  const { missedBy, answeredBy, afterContactWorkSeconds } = story;
  const { from, to } = talkOf(story);
  const missed = missedBy.flatMap(({ agent, at }) => [
    eventOf(agent, at, 'STATE_CHANGE', 'Available', [contactOf(story, 'CONNECTING', at)]),
    eventOf(agent, at + 1000 * ringSeconds.missed, 'STATE_CHANGE', 'Available', [
      contactOf(story, 'MISSED', at + 1000 * ringSeconds.missed),
    ]),
    eventOf(agent, at + 1000 * (ringSeconds.missed + 8), 'STATE_CHANGE', 'Available', []),
  ]);
  if (!answeredBy) return missed;
  const { agent, at }: Ring = answeredBy;
  const done = to + 1000 * afterContactWorkSeconds;
  return [
    ...missed,
    eventOf(agent, at, 'STATE_CHANGE', 'Available', [contactOf(story, 'CONNECTING', at)]),
    eventOf(agent, from, 'STATE_CHANGE', 'Available', [contactOf(story, 'CONNECTED', from)]),
    eventOf(agent, to, 'STATE_CHANGE', 'Available', [contactOf(story, 'ENDED', to)]),
    eventOf(agent, done, 'STATE_CHANGE', 'Available', []),
    eventOf(agent, done + 60_000, 'STATE_CHANGE', 'Lunch', []),
    eventOf(agent, done + 90_000, 'STATE_CHANGE', 'Available', []),
  ];
}

/** That they come and go, and that they are there. */
export function eventsOfAgents(agents: readonly string[], from: number, to: number): Thing[] {
  return agents.flatMap((agent) => [
    eventOf(agent, from - 60_000, 'LOGIN', 'Available', []),
    ...Array.from({ length: Math.floor((to - from) / heartbeatMillis / 10) }, (_, i) =>
      eventOf(agent, from + 10 * i * heartbeatMillis + 500, 'HEART_BEAT', 'Available', []),
    ),
    eventOf(agent, to, 'LOGOUT', 'Offline', []),
  ]);
}

function eventOf(agent: string, at: number, EventType: string, state: string, Contacts: object[]): Thing {
  const Type = { Available: 'ROUTABLE', Offline: 'OFFLINE' }[state] ?? 'CUSTOM';
  const raw = {
    AWSAccountId: '123456789012',
    AgentARN: `${instanceArn}/agent/${agent}`,
    CurrentAgentSnapshot: {
      AgentStatus: { ARN: `arn:state/${state}`, Name: state, StartTimestamp: iso(at), Type },
      Configuration: {
        AgentHierarchyGroups: { Level1: { ARN: 'arn:group/1', Name: 'Service' }, Level2: null },
        FirstName: 'A',
        LastName: 'B',
        RoutingProfile: { ARN: 'arn:profile', Concurrency: [], Name: 'Customer Care' },
        Username: agent.replace('day', 'Day'),
      },
      Contacts,
    },
    // Two contacts of an agent may change in the same second.
    EventId: uuidOf('event', agent, at, EventType, state, JSON.stringify(Contacts)),
    EventTimestamp: iso(at),
    EventType,
    InstanceARN: instanceArn,
    PreviousAgentSnapshot: null,
    Version: '2017-10-01',
  };
  return { source: 'agent-events', at, raw };
}

function contactOf({ contactId, queue, initiatedAt, initiationMethod }: Story, State: string, at: number) {
  return {
    Channel: 'VOICE',
    ConnectedToAgentTimestamp: null,
    ContactId: contactId,
    InitialContactId: null,
    InitiationMethod: initiationMethod,
    Queue: { ARN: `${instanceArn}/queue/${queue}`, Name: queue },
    QueueTimestamp: iso(initiatedAt + 10_000),
    State,
    StateStartTimestamp: iso(at),
  };
}
