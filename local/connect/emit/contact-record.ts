import type { HierarchyGroup, Organisation } from '../../organisation.ts';
import type { Call } from '../calls/call.ts';
import { qualityMetrics } from './quality-metrics.ts';

/**
 * The contact record that Connect puts into the stream when everything of a contact is over.
 * Source: Amazon Connect Administrator Guide, "Data model for contact records".
 */
export function contactRecord(call: Call, { accountId, instanceArn }: Organisation, now: Date) {
  const { queue, contactId, phoneNumber, attributes } = call.spec;
  const { initiated, queued, connected, disconnected = now } = call.times;
  return {
    AWSAccountId: accountId,
    AWSContactTraceRecordFormatVersion: '2017-03-10',
    Agent: connected ? agentOf(call, connected, disconnected) : null,
    AgentConnectionAttempts: 1,
    AnsweringMachineDetectionStatus: null,
    Attributes: attributes,
    Campaign: { CampaignId: null },
    Channel: 'VOICE',
    ConnectedToSystemTimestamp: second(initiated),
    ContactDetails: {},
    ContactId: contactId,
    ContactLens: null,
    CustomerEndpoint: { Address: phoneNumber, Type: 'TELEPHONE_NUMBER' },
    DisconnectDetails: null,
    DisconnectReason: call.disconnectReason ?? null,
    DisconnectTimestamp: second(disconnected),
    InitialContactId: null,
    InitiationMethod: 'INBOUND',
    InitiationTimestamp: second(initiated),
    InstanceARN: instanceArn,
    LastUpdateTimestamp: second(now),
    MediaStreams: [{ Type: 'AUDIO' }],
    NextContactId: null,
    PreviousContactId: null,
    QualityMetrics: connected ? qualityMetrics(call) : null,
    Queue: {
      ARN: queue.arn,
      DequeueTimestamp: second(connected ?? disconnected),
      Duration: seconds(queued, connected ?? disconnected),
      EnqueueTimestamp: second(queued),
      Name: queue.name,
    },
    Recording: null,
    Recordings: null,
    References: [],
    ScheduledTimestamp: null,
    SegmentAttributes: { 'connect:Subtype': { ValueString: 'connect:Telephony' } },
    SystemEndpoint: { Address: '+442079460000', Type: 'TELEPHONE_NUMBER' },
    TransferCompletedTimestamp: null,
    TransferredToEndpoint: null,
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

/** Contact records have whole seconds. */
function second(time: Date): string {
  return `${time.toISOString().slice(0, 19)}Z`;
}

function seconds(from: Date, to: Date): number {
  return Math.round((to.getTime() - from.getTime()) / 1_000);
}
