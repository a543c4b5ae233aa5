import { type ContactRecord, phoneEndpoints } from '../connect/contact-record.ts';
import { instanceOf } from '../connect/parts.ts';
import { compact } from './compact.ts';
import { nameOfQueue, noQueueName, type QueueName } from './connect-instance.ts';
import type { ContactRecordPart } from './contact-record-part.ts';

/**
 * What a contact's record says, as it is stored; pure.
 *
 * @param record cleaned: of phone numbers it has the hash, of attributes those that may be kept
 * @param queueName of a queue that the record does not name itself
 */
export function makeContactRecordPart(
  record: ContactRecord,
  receivedAt: Date,
  queueName: QueueName = noQueueName,
): ContactRecordPart {
  const [customerEndpoint, systemEndpoint, transferredToEndpoint] = phoneEndpoints.map((name) => ({
    type: record[name]?.Type,
    addressHash: record[name]?.Address,
  }));
  return compact<ContactRecordPart>({
    '@timestamp': record.InitiationTimestamp,
    receivedAt: receivedAt.toISOString(),
    instanceId: instanceOf(record.InstanceARN) ?? '',
    contactId: record.ContactId,
    updatedAt: record.LastUpdateTimestamp,
    channel: record.Channel,
    subtype: record.SegmentAttributes?.['connect:Subtype']?.ValueString,
    initiationMethod: record.InitiationMethod,
    initiatedAt: record.InitiationTimestamp,
    connectedToSystemAt: record.ConnectedToSystemTimestamp,
    scheduledAt: record.ScheduledTimestamp,
    ...queuePart(record, queueName),
    ...agentPart(record),
    disconnectedAt: record.DisconnectTimestamp,
    disconnectReason: record.DisconnectReason,
    potentialDisconnectIssue: record.DisconnectDetails?.PotentialDisconnectIssue,
    transfer: transferPart(record),
    nativeQuality: {
      agent: qualityPart(record.QualityMetrics?.Agent),
      customer: qualityPart(record.QualityMetrics?.Customer),
    },
    customerEndpoint,
    systemEndpoint,
    transferredToEndpoint,
    attributes: Object.entries(record.Attributes ?? {})
      .map(([name, value]) => `${name}=${value}`)
      .sort(),
  });
}

function queuePart({ Queue }: ContactRecord, queueName: QueueName) {
  return {
    contactQueue: nameOfQueue(Queue, queueName),
    contactQueueArn: Queue?.ARN,
    enqueuedAt: Queue?.EnqueueTimestamp,
    dequeuedAt: Queue?.DequeueTimestamp,
    queueSeconds: Queue?.Duration,
  };
}

function agentPart({ Agent, AgentConnectionAttempts }: ContactRecord) {
  const { HierarchyGroups } = Agent ?? {};
  return {
    agent: Agent?.Username?.toLowerCase(),
    agentArn: Agent?.ARN,
    agentRoutingProfile: Agent?.RoutingProfile?.Name,
    agentHierarchy: {
      level1: HierarchyGroups?.Level1?.GroupName,
      level2: HierarchyGroups?.Level2?.GroupName,
      level3: HierarchyGroups?.Level3?.GroupName,
      level4: HierarchyGroups?.Level4?.GroupName,
      level5: HierarchyGroups?.Level5?.GroupName,
    },
    agentConnectionAttempts: AgentConnectionAttempts,
    connectedToAgentAt: Agent?.ConnectedToAgentTimestamp,
    talkSeconds: Agent?.AgentInteractionDuration,
    holds: Agent?.NumberOfHolds,
    holdSeconds: Agent?.CustomerHoldDuration,
    longestHoldSeconds: Agent?.LongestHoldDuration,
    afterContactWorkStartedAt: Agent?.AfterContactWorkStartTimestamp,
    afterContactWorkEndedAt: Agent?.AfterContactWorkEndTimestamp,
    afterContactWorkSeconds: Agent?.AfterContactWorkDuration,
  };
}

function transferPart(record: ContactRecord) {
  return {
    completedAt: record.TransferCompletedTimestamp,
    initialContactId: record.InitialContactId,
    previousContactId: record.PreviousContactId,
    nextContactId: record.NextContactId,
    relatedContactId: record.RelatedContactId,
  };
}

type Judged = NonNullable<ContactRecord['QualityMetrics']>['Agent'];

function qualityPart(judged: Judged) {
  return { score: judged?.Audio?.QualityScore, issues: judged?.Audio?.PotentialQualityIssues };
}
