import { type AgentEvent, agentEvent } from '../../model/connect/agent-event.ts';
import { instanceOf } from '../../model/connect/parts.ts';
import {
  agentEventIdentity,
  agentStateIdentity,
  agentStatesIndex,
  makeAgentEvent,
  makeAgentState,
} from '../../model/documents/agent-event.ts';
import { documentId } from '../enrich/document-id.ts';
import type { Source } from './source.ts';

/**
 * Agents' events. Each is kept, and the newest is the agent's state: newest by its own time, because events of a stream
 * may come again, and in another order (a stream's sequence numbers do not fit into a version, which is a long).
 */
export const agentEventSource: Source<AgentEvent> = {
  route: 'agent-events',
  kind: 'connect-agent-events',
  schema: agentEvent,
  mentions: ({ CurrentAgentSnapshot }) =>
    (CurrentAgentSnapshot?.Contacts ?? []).map(({ ContactId }) => ContactId),
  collect: (whole, { receivedAt, erased, queueName }) => {
    const event = without(whole, erased);
    const document = makeAgentEvent(event, receivedAt, queueName);
    const state = makeAgentState(event, receivedAt, queueName);
    const at = new Date(event.EventTimestamp);
    const { agent, contactId = [] } = document;
    const changes = event.EventType !== 'HEART_BEAT';
    return {
      instanceId: instanceOf(event.InstanceARN),
      about: { agent: agent ?? '', startedAt: event.EventTimestamp },
      at,
      documents: [
        { kind: 'connect-agent-events', at, id: documentId(agentEventIdentity(document)), document },
      ],
      states: [
        {
          index: agentStatesIndex,
          id: documentId(agentStateIdentity(state)),
          document: state,
          replaces: { asOf: at.getTime() },
        },
      ],
      contacts: [],
      ask: {
        // An agent still has the contacts of a heartbeat, as of the event before.
        contactIds: changes ? contactId : [],
        agentTimes: changes && agent ? [{ agent, at: event.EventTimestamp }] : [],
      },
    };
  },
};

function without(event: AgentEvent, contacts: readonly string[]): AgentEvent {
  const { CurrentAgentSnapshot: now } = event;
  if (contacts.length === 0 || !now) return event;
  const Contacts = now.Contacts?.filter(({ ContactId }) => !contacts.includes(ContactId));
  return { ...event, CurrentAgentSnapshot: { ...now, Contacts } };
}
