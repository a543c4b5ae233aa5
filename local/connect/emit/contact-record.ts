import type { HierarchyGroup, Organisation } from '../../organisation.ts';
import type { Call } from '../calls/call.ts';
import type { Contact } from '../calls/contact.ts';
import { qualityMetrics } from './quality-metrics.ts';

/**
 * The contact record that Connect puts into the stream when everything of a contact is over.
 * Source: Amazon Connect Administrator Guide, "Data model for contact records".
 *
 * @param call where the contact rang last
 */
export function contactRecord(
  contact: Contact,
  call: Call | undefined,
  { accountId, instanceArn }: Organisation,
  now: Date,
) {
  const { contactId, initiationMethod, phoneNumber, attributes, ...links } = contact.spec;
  const { initiated, ended, transferred, nextContactId = null } = contact;
  const { at: disconnected, reason } = ended ?? { at: now, reason: null };
  const { connected } = call?.times ?? {};
  // Whom Connect calls itself is connected when they answer.
  const connectedToSystem = initiationMethod === 'CALLBACK' ? connected : initiated;
  return {
    AWSAccountId: accountId,
    AWSContactTraceRecordFormatVersion: '2017-03-10',
    Agent: call && connected ? agentOf(call, connected, disconnected) : null,
    AgentConnectionAttempts: contact.attempts,
    AnsweringMachineDetectionStatus: null,
    Attributes: attributes,
    Campaign: { CampaignId: null },
    Channel: 'VOICE',
    ConnectedToSystemTimestamp: connectedToSystem ? second(connectedToSystem) : null,
    ContactDetails: {},
    ContactId: contactId,
    ContactLens: null,
    CustomerEndpoint: telephone(phoneNumber),
    DisconnectDetails: null,
    DisconnectReason: reason,
    DisconnectTimestamp: second(disconnected),
    InitialContactId: links.initialContactId ?? null,
    InitiationMethod: initiationMethod,
    InitiationTimestamp: second(initiated),
    InstanceARN: instanceArn,
    LastUpdateTimestamp: second(now),
    MediaStreams: [{ Type: 'AUDIO' }],
    NextContactId: nextContactId,
    PreviousContactId: links.previousContactId ?? null,
    QualityMetrics: call && connected ? qualityMetrics(call) : null,
    Queue: queueOf(contact, connected ?? disconnected),
    Recording: null,
    Recordings: null,
    References: [],
    RelatedContactId: null,
    ScheduledTimestamp: null,
    SegmentAttributes: { 'connect:Subtype': { ValueString: 'connect:Telephony' } },
    SystemEndpoint: telephone('+442079460000'),
    TransferCompletedTimestamp: transferred ? second(transferred.at) : null,
    TransferredToEndpoint: transferred?.toNumber ? telephone(transferred.toNumber) : null,
  };
}

function queueOf({ spec: { queue }, initiated }: Contact, dequeued: Date) {
  if (!queue) return null;
  return {
    ARN: queue.arn,
    DequeueTimestamp: second(dequeued),
    Duration: seconds(initiated, dequeued),
    EnqueueTimestamp: second(initiated),
    Name: queue.name,
  };
}

function agentOf(call: Call, connected: Date, disconnected: Date) {
  const { agent } = call.spec;
  const { afterContactWorkEnded = disconnected } = call.times;
  const { holds, heldMs, longestHoldMs } = call.customerConnection;
  const held = Math.round(heldMs / 1_000);
  return {
    ARN: agent.arn,
    AfterContactWorkDuration: seconds(disconnected, afterContactWorkEnded),
    AfterContactWorkEndTimestamp: second(afterContactWorkEnded),
    AfterContactWorkStartTimestamp: second(disconnected),
    AgentInteractionDuration: seconds(connected, disconnected) - held,
    ConnectedToAgentTimestamp: second(connected),
    CustomerHoldDuration: held,
    HierarchyGroups: {
      Level1: group(agent.hierarchy.level1),
      Level2: group(agent.hierarchy.level2),
      Level3: null,
      Level4: null,
      Level5: null,
    },
    LongestHoldDuration: Math.round(longestHoldMs / 1_000),
    NumberOfHolds: holds,
    RoutingProfile: { ARN: agent.routingProfile.arn, Name: agent.routingProfile.name },
    Username: agent.username,
  };
}

function group({ arn, name }: HierarchyGroup) {
  return { ARN: arn, GroupName: name };
}

function telephone(Address: string) {
  return { Address, Type: 'TELEPHONE_NUMBER' };
}

/** Contact records have whole seconds. */
function second(time: Date): string {
  return `${time.toISOString().slice(0, 19)}Z`;
}

function seconds(from: Date, to: Date): number {
  return Math.round((to.getTime() - from.getTime()) / 1_000);
}
