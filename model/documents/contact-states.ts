import * as z from 'zod';
import { agentEventDocument } from './agent-event.ts';
import { date, decimal, keyword, type Properties } from './mapping.ts';
import { inOrder, secondsBetween } from './time-order.ts';

/** What an agent was in, from some time on, around a contact. */
export const contactState = z.object({
  at: z.string(),
  agent: z.string(),
  /** `LOGIN`, `LOGOUT` or `STATE_CHANGE`. */
  event: z.string(),
  /** The status that the agent chose, by its name, and of what type: ROUTABLE, CUSTOM or OFFLINE. */
  state: z.string().optional(),
  stateType: z.string().optional(),
  /** What this contact was in for the agent: CONNECTING, CONNECTED, CONNECTED_ONHOLD, MISSED, ERROR, ENDED … */
  contactState: z.string().optional(),
  /** Until the agent's next one; absent of the last. */
  seconds: z.number().optional(),
});
export type ContactState = z.infer<typeof contactState>;

/** What is read of an agent's event. */
export const agentChange = agentEventDocument.pick({
  '@timestamp': true,
  eventId: true,
  eventType: true,
  agent: true,
  state: true,
  contacts: true,
});
export type AgentChange = z.infer<typeof agentChange>;

/** An agent who flaps between two states for hours tells nothing more. */
const mostStates = 500;
/** So long before and after a contact its agents are looked at. */
export const aroundMillis = 300_000;

export const contactStatesMapping: Properties = {
  at: date,
  agent: keyword,
  event: keyword,
  state: keyword,
  stateType: keyword,
  contactState: keyword,
  seconds: decimal,
};

/** Whose states belong to a contact, and of which time; both ends included. */
export type Around = {
  readonly contactId: string;
  readonly agents: readonly string[];
  readonly from: string;
  readonly to: string;
};

/** Tells that an agent is still there, every two minutes: nothing that was not known. */
export const heartbeat = 'HEART_BEAT';

/**
 * The states of a contact's agents in the time around it, each with how long it lasted. Of other agents only what is about
 * the contact: whom it rang at in vain outside of the monitored page is known by their events alone. An event that changes
 * neither the state nor the contact (Connect tells of settings too) is left out; the earliest where there are too many.
 * Pure.
 */
export function contactStates(
  events: readonly AgentChange[],
  { contactId, agents, from, to }: Around,
): readonly ContactState[] {
  const its = [...new Map(events.map((event) => [event.eventId, event])).values()]
    .filter(
      (event) => event.eventType !== heartbeat && event['@timestamp'] >= from && event['@timestamp'] <= to,
    )
    .sort((a, b) => inOrder(a['@timestamp'], b['@timestamp']) || inOrder(a.eventId, b.eventId));
  const told = its.flatMap((event) => stateIn(event, contactId) ?? []);
  const states = [...new Set(told.map(({ agent }) => agent))].flatMap((agent) => {
    const ofAgent = told.filter((state) => state.agent === agent);
    return withDurations(agents.includes(agent) ? ofAgent : ofAgent.filter(isAboutContact));
  });
  return states.sort((a, b) => inOrder(a.at, b.at) || inOrder(a.agent, b.agent)).slice(0, mostStates);
}

function stateIn(event: AgentChange, contactId: string): ContactState | undefined {
  const { agent, state = {}, contacts = [], eventType } = event;
  if (agent === undefined) return undefined;
  const contactState = contacts.find((one) => one.contactId.toLowerCase() === contactId.toLowerCase())?.state;
  return {
    at: event['@timestamp'],
    agent,
    event: eventType,
    ...(state.name === undefined ? {} : { state: state.name }),
    ...(state.type === undefined ? {} : { stateType: state.type }),
    ...(contactState === undefined ? {} : { contactState }),
  };
}

const isAboutContact = ({ contactState }: ContactState) => contactState !== undefined;

function withDurations(all: readonly ContactState[]): ContactState[] {
  const news = all.filter((state, i) => !saysTheSame(all[i - 1], state));
  return news.map((state, i) => {
    const next = news[i + 1];
    return next ? { ...state, seconds: secondsBetween(state.at, next.at) } : state;
  });
}

function saysTheSame(before: ContactState | undefined, after: ContactState): boolean {
  return (
    before !== undefined &&
    after.event === 'STATE_CHANGE' &&
    before.event !== 'LOGOUT' &&
    before.state === after.state &&
    before.stateType === after.stateType &&
    before.contactState === after.contactState
  );
}
