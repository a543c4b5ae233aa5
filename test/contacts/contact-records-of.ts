import { instanceArn, type Story, type Thing, talkOf } from './story.ts';

const second = (at: number) => new Date(at).toISOString().replace('.000Z', 'Z');

/**
 * A contact's records, as Amazon Connect sends them: one when all is over, and for some another one hours later.
 * Source: Amazon Connect Administrator Guide, "Data model for contact records".
 */
export function contactRecordsOf(story: Story): Thing[] {
  const over = talkOf(story).to + 1000 * story.afterContactWorkSeconds;
  const later = over + 2 * 3_600_000;
  const first: Thing = {
    source: 'contact-records',
    at: over + 2000,
    raw: recordOf(story, over + 1000, false),
  };
  if (!story.isUpdated) return [first];
  return [first, { source: 'contact-records', at: later, raw: recordOf(story, later, true) }];
}

function recordOf(story: Story, updatedAt: number, isLater: boolean) {
  const { contactId, queue, initiatedAt, answeredBy, links = {}, lossPercent, missedBy } = story;
  const { from, to } = talkOf(story);
  const enqueuedAt = initiatedAt + 10_000;
  return {
    AWSAccountId: '123456789012',
    AWSContactTraceRecordFormatVersion: '2017-03-10',
    Agent: answeredBy ? agentOf(story, answeredBy.agent) : null,
    AgentConnectionAttempts: missedBy.length + (answeredBy ? 1 : 0),
    Attributes: { customerNumber: contactId.slice(0, 8), ...(isLater ? { survey: '5' } : {}) },
    Campaign: { CampaignId: null },
    Channel: 'VOICE',
    ConnectedToSystemTimestamp: second(initiatedAt),
    ContactId: contactId,
    CustomerEndpoint: { Address: '+442079460123', Type: 'TELEPHONE_NUMBER' },
    DisconnectDetails:
      isLater && lossPercent > 0 ? { PotentialDisconnectIssue: 'AGENT_CONNECTIVITY_ISSUE' } : null,
    DisconnectReason: story.disconnectReason,
    DisconnectTimestamp: second(to),
    InitialContactId: links.initial ?? null,
    InitiationMethod: story.initiationMethod,
    InitiationTimestamp: second(initiatedAt),
    InstanceARN: instanceArn,
    LastUpdateTimestamp: second(updatedAt),
    MediaStreams: [{ Type: 'AUDIO' }],
    NextContactId: links.next ?? null,
    PreviousContactId: links.previous ?? null,
    QualityMetrics: answeredBy?.hasPage
      ? {
          Agent: {
            Audio: {
              QualityScore: lossPercent > 0 ? 2.4 : 4.4,
              PotentialQualityIssues: lossPercent > 0 ? ['HighPacketLoss'] : [],
            },
          },
        }
      : null,
    Queue: {
      ARN: `${instanceArn}/queue/${queue}`,
      DequeueTimestamp: second(from),
      Duration: (from - enqueuedAt) / 1000,
      EnqueueTimestamp: second(enqueuedAt),
      Name: queue,
    },
    Recording: null,
    SystemEndpoint: { Address: '+442079460000', Type: 'TELEPHONE_NUMBER' },
    Tags: { 'aws:connect:instanceId': 'x' },
    TransferCompletedTimestamp: links.next ? second(to) : null,
    TransferredToEndpoint: null,
  };
}

function agentOf(story: Story, agent: string) {
  const { from, to } = talkOf(story);
  const { afterContactWorkSeconds, talkSeconds } = story;
  return {
    ARN: `${instanceArn}/agent/${agent}`,
    AfterContactWorkDuration: afterContactWorkSeconds,
    AfterContactWorkEndTimestamp: second(to + 1000 * afterContactWorkSeconds),
    AfterContactWorkStartTimestamp: second(to),
    AgentInteractionDuration: talkSeconds,
    ConnectedToAgentTimestamp: second(from),
    CustomerHoldDuration: 0,
    HierarchyGroups: {
      Level1: { ARN: 'arn:group/1', GroupName: 'Service' },
      Level2: null,
      Level3: null,
      Level4: null,
      Level5: null,
    },
    LongestHoldDuration: 0,
    NumberOfHolds: 0,
    RoutingProfile: { ARN: 'arn:profile', Name: 'Customer Care' },
    // As the user was created; Connect keeps the case.
    Username: agent.replace('day', 'Day'),
  };
}
