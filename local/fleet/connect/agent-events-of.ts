import { type AgentEvent, agentEvent } from '../../../model/connect/agent-event.ts';
import { stableId } from '../../organisation.ts';
import type { PlannedCall } from '../call-plan.ts';
import type { Shift } from '../work-hours.ts';
import type { AboutAgent } from './contact-record-of.ts';

type Status = { readonly Name: string; readonly Type: 'ROUTABLE' | 'CUSTOM' };
type Change = {
  readonly type: 'LOGIN' | 'LOGOUT' | 'STATE_CHANGE' | 'HEART_BEAT';
  readonly at: number;
  readonly status: Status;
  readonly statusSince: number;
  readonly contact?: { readonly call: PlannedCall; readonly state: string };
};

const available: Status = { Name: 'Available', Type: 'ROUTABLE' };
const atLunch: Status = { Name: 'Lunch', Type: 'CUSTOM' };

/** Amazon Connect says so often that an agent is still there. */
const heartbeatMillis = 120_000;

/**
 * What the agents' stream says of a shift, of heartbeats only the last one: the others tell nothing that was not known.
 *
 * @param until nothing is told later, in epoch milliseconds
 */
export function agentEventsOf(
  about: AboutAgent,
  shift: Shift,
  calls: readonly PlannedCall[],
  until: number,
): readonly AgentEvent[] {
  const { startsAt, endsAt, lunch } = shift;
  const last = Math.max(endsAt, ...calls.map(({ clearedAt }) => clearedAt));
  const changes: Change[] = [
    { type: 'LOGIN', at: startsAt, status: available, statusSince: startsAt },
    ...calls.flatMap((call) => ofCall(call, startsAt)),
    { type: 'STATE_CHANGE', at: lunch.from, status: atLunch, statusSince: lunch.from },
    { type: 'STATE_CHANGE', at: lunch.to, status: available, statusSince: lunch.to },
    { type: 'LOGOUT', at: last + 1000, status: available, statusSince: startsAt },
  ];
  const told = changes.sort((a, b) => a.at - b.at).filter(({ at }) => at <= until);
  return [...told, ...lastHeartbeat(told.at(-1), until)].map((change) => eventOf(about, change));
}

/** Of an agent who is signed in at the end of what is told. */
function lastHeartbeat(last: Change | undefined, until: number): Change[] {
  if (!last || last.type === 'LOGOUT') return [];
  const beats = Math.floor((until - last.at) / heartbeatMillis);
  return beats > 0 ? [{ ...last, type: 'HEART_BEAT', at: last.at + beats * heartbeatMillis }] : [];
}

function ofCall(call: PlannedCall, statusSince: number): Change[] {
  const { rungAt, acceptedAt, connectedAt, endedAt, clearedAt, outcome } = call;
  const change = (at: number, state?: string): Change => ({
    type: 'STATE_CHANGE',
    at,
    status: available,
    statusSince,
    ...(state ? { contact: { call, state } } : {}),
  });
  if (outcome === 'missed')
    return [change(rungAt, 'CONNECTING'), change(acceptedAt, 'MISSED'), change(clearedAt + 2000)];
  if (outcome === 'setupFailed')
    return [change(rungAt, 'CONNECTING'), change(connectedAt, 'ERROR'), change(clearedAt + 1)];
  const holds = call.pauses.filter(({ kind }) => kind === 'hold');
  return [
    change(rungAt, 'CONNECTING'),
    change(connectedAt, 'CONNECTED'),
    ...holds.flatMap(({ from, to }) => [change(from, 'CONNECTED_ONHOLD'), change(to, 'CONNECTED')]),
    change(endedAt, 'ENDED'),
    change(clearedAt),
  ];
}

function eventOf({ agent, instanceArn }: AboutAgent, change: Change): AgentEvent {
  const { type, at, status, statusSince, contact } = change;
  const { level1, level2 } = agent.hierarchy;
  return agentEvent.parse({
    EventId: stableId(`agent-event/${agent.username}/${type}/${at}/${contact?.state ?? ''}`),
    EventType: type,
    EventTimestamp: iso(at),
    InstanceARN: instanceArn,
    AgentARN: agent.arn,
    CurrentAgentSnapshot: {
      AgentStatus: { ...status, StartTimestamp: iso(statusSince) },
      Configuration: {
        Username: agent.username,
        RoutingProfile: { ARN: agent.routingProfile.arn, Name: agent.routingProfile.name },
        AgentHierarchyGroups: { Level1: { Name: level1.name }, Level2: { Name: level2.name } },
      },
      Contacts: contact ? [contactOf(contact.call, contact.state, at)] : [],
    },
  });
}

function contactOf(call: PlannedCall, State: string, at: number) {
  return {
    ContactId: call.contactId,
    Channel: 'VOICE',
    InitiationMethod: call.direction.toUpperCase(),
    State,
    StateStartTimestamp: iso(at),
    ConnectedToAgentTimestamp: at >= call.connectedAt && State !== 'ERROR' ? iso(call.connectedAt) : null,
    Queue: { ARN: call.queue.arn, Name: call.queue.name },
  };
}

const iso = (at: number) => new Date(at).toISOString();
