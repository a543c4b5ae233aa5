/** What is stored of a contact, as the collectors and the ingest functions leave it: an inbound call of Billing that went well. */
import type { AgentEventDocument } from '../model/documents/agent-event.ts';
import { type ContactCall, contactCall } from '../model/documents/contact-call.ts';
import type { ContactRecordPart } from '../model/documents/contact-record-part.ts';
import type { FlowStepDocument } from '../model/documents/flow-step.ts';
import { buildCallReport, buildEnvelope } from './builders.ts';
import { buildCallDocument, buildContactFacts } from './document-builders.ts';

const { instanceId } = buildEnvelope();
const { contactId } = buildContactFacts();
const start = Date.parse('2026-03-04T09:59:30.000Z');
/** So many seconds after the contact of these builders began. */
export const secondOf = (second: number) => new Date(start + 1000 * second).toISOString();

/** The record: it rang after 20 s, was answered after 28 s, ended after 125 s, and after-contact work took 30 s. */
export function buildContactRecordPart(change: Partial<ContactRecordPart> = {}): ContactRecordPart {
  return {
    '@timestamp': secondOf(0),
    receivedAt: secondOf(160),
    instanceId,
    contactId,
    updatedAt: secondOf(156),
    agent: 'ana.silva',
    contactQueue: 'Billing',
    channel: 'VOICE',
    initiationMethod: 'INBOUND',
    initiatedAt: secondOf(0),
    connectedToAgentAt: secondOf(28),
    talkSeconds: 97,
    disconnectedAt: secondOf(125),
    disconnectReason: 'CUSTOMER_DISCONNECT',
    afterContactWorkEndedAt: secondOf(155),
    ...change,
  };
}

/** A call of three windows in each direction, as a contact has it. */
export function buildContactCall(change: Partial<ContactCall> = {}): ContactCall {
  const window = (streamType: 'audio_input' | 'audio_output') => ({
    streamType,
    seconds: 30,
    rating: 'good' as const,
    ratingReasons: [],
    mos: { avg: 4.3, min: 4.2 },
    packetsLost: 3,
    packetsCount: 1500,
    roundTripTimeMillis: { avg: 60, max: 70 },
    jitterMillis: { avg: 4, max: 9 },
    silentSeconds: 2,
  });
  const windows = Object.fromEntries(
    ['1', '2', '3'].flatMap((n) => [
      [`in${n}`, window('audio_input')],
      [`out${n}`, window('audio_output')],
    ]),
  );
  const call = buildCallDocument({ startedAt: secondOf(20), windows, report: buildCallReport() });
  return contactCall.parse({ ...call, ...change });
}

/** A call that rang at somebody who did not take it. */
export function buildMissedCall(agent: string, second: number): ContactCall {
  const events = [{ type: 'missed' as const, at: secondOf(second + 20) }];
  return contactCall.parse({ ...buildCallDocument({ startedAt: secondOf(second), events }), agent });
}

/** A step of the flow. */
export function buildFlowStep(
  second: number,
  moduleType: string,
  change: Partial<FlowStepDocument> = {},
): FlowStepDocument {
  return {
    '@timestamp': secondOf(second),
    receivedAt: secondOf(second + 5),
    instanceId,
    contactId,
    flowName: 'Inbound voice',
    moduleType,
    logEventId: `${second} ${moduleType}`,
    ...change,
  };
}

/** An agent's event: what the agent chose, and what this contact is in. */
export function buildAgentEvent(
  second: number,
  state: string,
  contactState?: string,
  change: Partial<AgentEventDocument> = {},
): AgentEventDocument {
  const contacts = contactState ? [{ contactId, state: contactState }] : [];
  return {
    '@timestamp': secondOf(second),
    receivedAt: secondOf(second + 1),
    instanceId,
    agent: 'ana.silva',
    agentArn: 'arn:ana',
    eventId: `${second} ${state} ${contactState}`,
    eventType: 'STATE_CHANGE',
    state: { name: state, type: 'ROUTABLE' },
    ...(contactState ? { contacts, contactId: [contactId] } : {}),
    ...change,
  };
}
