import { type ContactRecord, contactRecord } from '../../../model/connect/contact-record.ts';
import { type Agent, type HierarchyGroup, stableId } from '../../organisation.ts';
import type { PlannedCall } from '../call-plan.ts';
import type { ContactFate } from './contact-fate.ts';

/** Whose contacts these are. */
export type AboutAgent = { readonly agent: Agent; readonly instanceArn: string };

/** Connect sends a record some seconds after everything of the contact is over. */
const afterMillis = 8000;

/** A contact's record, of all its fields those that our schema takes. */
export function contactRecordOf(about: AboutAgent, call: PlannedCall, fate: ContactFate): ContactRecord {
  const { contactId, queue, direction, rungAt, endedAt, clearedAt, outcome } = call;
  const isDialled = direction === 'outbound';
  const enqueuedAt = rungAt - fate.queueMillis;
  const initiatedAt = enqueuedAt - fate.flowMillis;
  const nextContactId = fate.transferMillis === undefined ? null : nextOf(call);
  return contactRecord.parse({
    ContactId: contactId,
    InstanceARN: about.instanceArn,
    InitiationTimestamp: second(initiatedAt),
    LastUpdateTimestamp: second(clearedAt + afterMillis),
    Agent: outcome === 'missed' ? null : agentOf(about, call),
    AgentConnectionAttempts: 1,
    Channel: 'VOICE',
    ConnectedToSystemTimestamp: second(initiatedAt),
    CustomerEndpoint: { Type: 'TELEPHONE_NUMBER' },
    DisconnectDetails: fate.disconnectIssue ? { PotentialDisconnectIssue: fate.disconnectIssue } : null,
    DisconnectReason: fate.disconnectReason,
    DisconnectTimestamp: second(endedAt),
    InitiationMethod: direction.toUpperCase(),
    NextContactId: nextContactId,
    QualityMetrics: qualityOf(fate),
    Queue: {
      ARN: queue.arn,
      Name: queue.name,
      ...(isDialled
        ? {}
        : {
            EnqueueTimestamp: second(enqueuedAt),
            DequeueTimestamp: second(call.acceptedAt),
            Duration: seconds(enqueuedAt, call.acceptedAt),
          }),
    },
    SegmentAttributes: { 'connect:Subtype': { ValueString: fate.subtype } },
    SystemEndpoint: { Type: 'TELEPHONE_NUMBER' },
    TransferCompletedTimestamp: nextContactId ? second(endedAt) : null,
    TransferredToEndpoint: nextContactId ? { Type: 'TELEPHONE_NUMBER' } : null,
  });
}

/**
 * The contact with somebody outside to whom an agent transferred the customer; it has no agent. Source: Amazon Connect Administrator
 * Guide, "Identify conferences and transfers by using contact records".
 */
export function externalLegOf(
  { instanceArn }: AboutAgent,
  call: PlannedCall,
  { transferMillis, subtype }: ContactFate,
): ContactRecord | undefined {
  if (transferMillis === undefined) return undefined;
  const endedAt = call.endedAt + transferMillis;
  return contactRecord.parse({
    ContactId: nextOf(call),
    InstanceARN: instanceArn,
    InitiationTimestamp: second(call.endedAt),
    LastUpdateTimestamp: second(endedAt + afterMillis),
    Agent: null,
    Channel: 'VOICE',
    ConnectedToSystemTimestamp: second(call.endedAt),
    DisconnectReason: 'CUSTOMER_DISCONNECT',
    DisconnectTimestamp: second(endedAt),
    InitialContactId: call.contactId,
    PreviousContactId: call.contactId,
    InitiationMethod: 'EXTERNAL_OUTBOUND',
    SegmentAttributes: { 'connect:Subtype': { ValueString: subtype } },
  });
}

const nextOf = (call: PlannedCall) => stableId(`contact/${call.contactId}/transferred`);

function agentOf({ agent }: AboutAgent, call: PlannedCall) {
  const { connectedAt, endedAt, clearedAt, outcome } = call;
  const holds = call.pauses.filter(({ kind }) => kind === 'hold').map(({ from, to }) => seconds(from, to));
  const held = holds.reduce((sum, its) => sum + its, 0);
  const isTalk = outcome !== 'setupFailed';
  return {
    ARN: agent.arn,
    Username: agent.username,
    AfterContactWorkStartTimestamp: second(endedAt),
    AfterContactWorkEndTimestamp: second(clearedAt),
    AfterContactWorkDuration: seconds(endedAt, clearedAt),
    AgentInteractionDuration: isTalk ? seconds(connectedAt, endedAt) - held : 0,
    ConnectedToAgentTimestamp: second(connectedAt),
    CustomerHoldDuration: held,
    LongestHoldDuration: Math.max(0, ...holds),
    NumberOfHolds: holds.length,
    HierarchyGroups: { Level1: group(agent.hierarchy.level1), Level2: group(agent.hierarchy.level2) },
    RoutingProfile: { ARN: agent.routingProfile.arn, Name: agent.routingProfile.name },
  };
}

function qualityOf({ agentScore, customerScore }: ContactFate) {
  const side = (score: number | undefined) =>
    score === undefined ? null : { Audio: { QualityScore: score, PotentialQualityIssues: [] } };
  return { Agent: side(agentScore), Customer: side(customerScore) };
}

function group({ arn, name }: HierarchyGroup) {
  return { ARN: arn, GroupName: name };
}

/** Contact records have whole seconds. */
function second(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

function seconds(from: number, to: number): number {
  return Math.round((to - from) / 1000);
}
