import type { AgentSession } from '../agents/agent-session.ts';
import type { AgentState } from '../agents/agent-state.ts';
import type { Call } from '../calls/call.ts';
import type { Connection } from '../calls/connection.ts';
import { epochSeconds } from './times.ts';

/** The answer of GetAgentSnapshot: what Streams makes its agent and contact events from. */
export function snapshot(session: AgentSession, now: Date) {
  return {
    snapshot: {
      state: stateOf(session.state),
      ...(session.nextState && { nextState: stateOf(session.nextState) }),
      agentAvailabilityState: { state: session.state.name, timeStamp: epochSeconds(session.state.since) },
      contacts: session.call ? [contactOf(session.call)] : [],
      snapshotTimestamp: epochSeconds(now),
    },
    nextToken: String(session.changes.version),
  };
}

function stateOf(state: AgentState) {
  return {
    ...(state.arn && { agentStateARN: state.arn }),
    type: state.type,
    name: state.name,
    startTimestamp: epochSeconds(state.since),
  };
}

function contactOf(call: Call) {
  const { contact, queue } = call.spec;
  const { contactId, initialContactId = contactId, initiationMethod, attributes } = contact.spec;
  return {
    contactId,
    initialContactId,
    type: initiationMethod === 'CALLBACK' ? 'queue_callback' : 'voice',
    state: { type: call.state, timestamp: epochSeconds(call.since) },
    queue: { queueARN: queue.arn, name: queue.name },
    queueTimestamp: epochSeconds(contact.initiated),
    connections: [agentLeg(call), customerLeg(call)],
    attributes: Object.fromEntries(
      Object.entries(attributes).map(([name, value]) => [name, { name, value }]),
    ),
    initiationMethod: initiationMethod.toLowerCase(),
    contactFeatures: { attachmentsEnabled: false, screenRecordingEnabled: false },
  };
}

function agentLeg(call: Call) {
  const { agent, autoAccept, media } = call.spec;
  return {
    ...leg(call.agentConnection, 'agent', false),
    endpoint: { type: 'agent', endpointARN: agent.arn, agentLogin: agent.username, name: agent.username },
    softphoneMediaInfo: { callType: 'audio_only', autoAccept, ...media },
  };
}

function customerLeg(call: Call) {
  const { phoneNumber, initiationMethod } = call.contact.spec;
  return {
    ...leg(call.customerConnection, initiationMethod === 'CALLBACK' ? 'outbound' : 'inbound', true),
    endpoint: { type: 'phone_number', phoneNumber },
  };
}

function leg(connection: Connection, type: 'agent' | 'inbound' | 'outbound', initial: boolean) {
  const state = { type: connection.state, timestamp: epochSeconds(connection.since) };
  return { connectionId: connection.id, type, initial, state };
}
