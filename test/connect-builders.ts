/**
 * What Amazon Connect tells, with every field that its documentation has: Administrator Guide, "Data model for contact
 * records", "Data model for agent event streams" and "Flow logs stored in an Amazon CloudWatch log group".
 */
export const connectInstanceArn =
  'arn:aws:connect:eu-central-1:123456789012:instance/7f0c2d5e-3b1a-4c68-9d2e-5a4b8c6d1e0f';
const queueArn = `${connectInstanceArn}/queue/0a1b2c3d-0000-4000-8000-000000000001`;

/** A record in which every field says something. */
const wholeRecord = {
  AWSAccountId: '123456789012',
  AWSContactTraceRecordFormatVersion: '2017-03-10',
  Agent: {
    ARN: `${connectInstanceArn}/agent/0a1b2c3d-0000-4000-8000-00000000a001`,
    AfterContactWorkDuration: 4,
    AfterContactWorkEndTimestamp: '2026-03-04T10:01:14Z',
    AfterContactWorkStartTimestamp: '2026-03-04T10:01:10Z',
    AgentInitiatedHoldDuration: 7,
    AgentInteractionDuration: 60,
    AgentPauseDuration: 0,
    Capabilities: { Video: 'SEND' },
    ConnectedToAgentTimestamp: '2026-03-04T10:00:03Z',
    CustomerHoldDuration: 7,
    DeviceInfo: { OperatingSystem: 'Windows', PlatformName: 'Chrome', PlatformVersion: '143' },
    HierarchyGroups: {
      Level1: { ARN: 'arn:group/1', GroupName: 'Service' },
      Level2: { ARN: 'arn:group/2', GroupName: 'Billing Team' },
      Level3: { ARN: 'arn:group/3', GroupName: 'Evening' },
      Level4: { ARN: 'arn:group/4', GroupName: 'North' },
      Level5: { ARN: 'arn:group/5', GroupName: 'Trainees' },
    },
    LongestHoldDuration: 7,
    NumberOfHolds: 1,
    RoutingProfile: { ARN: 'arn:profile', Name: 'Customer Care' },
    StateTransitions: [{ StateStartTimestamp: '2026-03-04T10:00:03Z', State: 'CONNECTED' }],
    Username: 'Ana.Silva',
    VoiceEnhancementMode: 'NONE',
  },
  AgentConnectionAttempts: 1,
  AnsweringMachineDetectionStatus: 'HUMAN_ANSWERED',
  Attributes: { customerNumber: '4711', tier: 'gold' },
  Campaign: { CampaignId: 'campaign' },
  Channel: 'VOICE',
  ConnectedToSystemTimestamp: '2026-03-04T10:00:00Z',
  ContactAssociationId: '3c5b6f2a-1111-4222-8333-944445555660',
  ContactDetails: { Name: 'Mrs. Jones' },
  ContactEvaluations: { e: { FormId: 'form', Status: 'COMPLETE' } },
  ContactId: '3c5b6f2a-1111-4222-8333-944445555666',
  ContactLens: { ConversationalAnalytics: { Configuration: { Enabled: true } } },
  CustomerEndpoint: { Address: '+442079460123', Type: 'TELEPHONE_NUMBER', DisplayName: 'Jones' },
  CustomerVoiceActivity: { GreetingStartTimestamp: '2026-03-04T10:00:04Z' },
  DisconnectDetails: { PotentialDisconnectIssue: 'CUSTOMER_DEVICE_ISSUE' },
  DisconnectReason: 'CUSTOMER_DISCONNECT',
  DisconnectTimestamp: '2026-03-04T10:01:10Z',
  InitialContactId: '3c5b6f2a-1111-4222-8333-944445555661',
  InitiationMethod: 'INBOUND',
  InitiationTimestamp: '2026-03-04T10:00:00Z',
  InstanceARN: connectInstanceArn,
  LastUpdateTimestamp: '2026-03-04T10:01:14Z',
  MediaStreams: [{ Type: 'AUDIO' }],
  NextContactId: '3c5b6f2a-1111-4222-8333-944445555662',
  PreviousContactId: '3c5b6f2a-1111-4222-8333-944445555663',
  QualityMetrics: {
    Agent: { Audio: { PotentialQualityIssues: ['HighPacketLoss'], QualityScore: 2.4 } },
    Customer: { Audio: { PotentialQualityIssues: [], QualityScore: 4.3 } },
  },
  Queue: {
    ARN: queueArn,
    DequeueTimestamp: '2026-03-04T10:00:03Z',
    Duration: 3,
    EnqueueTimestamp: '2026-03-04T10:00:00Z',
    Name: 'Billing',
  },
  Recording: { DeletionReason: null, Location: 'bucket/key', Status: 'AVAILABLE', Type: 'AUDIO' },
  Recordings: [{ Location: 'bucket/key', MediaStreamType: 'AUDIO', StorageType: 'S3' }],
  References: [{ Name: 'letter', Type: 'URL', Value: 'https://example.com/letter' }],
  RelatedContactId: '3c5b6f2a-1111-4222-8333-944445555664',
  ScheduledTimestamp: '2026-03-04T09:59:00Z',
  SegmentAttributes: { 'connect:Subtype': { ValueString: 'connect:Telephony' } },
  SystemEndpoint: { Address: '+442079460000', Type: 'TELEPHONE_NUMBER' },
  Tags: { 'aws:connect:instanceId': 'i' },
  TaskTemplateInfo: { Name: 'template' },
  TransferCompletedTimestamp: '2026-03-04T10:01:10Z',
  TransferredToEndpoint: { Address: '+442079460999', Type: 'TELEPHONE_NUMBER' },
  VoiceIdResult: { Authentication: { Score: 90 } },
};

/** An event in which every field says something. */
const wholeEvent = {
  AWSAccountId: '123456789012',
  AgentARN: `${connectInstanceArn}/agent/0a1b2c3d-0000-4000-8000-00000000a001`,
  CurrentAgentSnapshot: {
    AgentStatus: {
      ARN: 'arn:state/1',
      Name: 'Available',
      StartTimestamp: '2026-03-04T09:00:00.000Z',
      Type: 'ROUTABLE',
    },
    Configuration: {
      AgentHierarchyGroups: {
        Level1: { ARN: 'arn:group/1', Name: 'Service' },
        Level2: { ARN: 'arn:group/2', Name: 'Billing Team' },
        Level3: { ARN: 'arn:group/3', Name: 'Evening' },
        Level4: { ARN: 'arn:group/4', Name: 'North' },
        Level5: { ARN: 'arn:group/5', Name: 'Trainees' },
      },
      FirstName: 'Ana',
      LastName: 'Silva',
      Proficiencies: [{ Name: 'connect:Language', ProficiencyLevel: 5, Value: 'pt' }],
      RoutingProfile: {
        ARN: 'arn:profile',
        Concurrency: [{ AvailableSlots: 0, Channel: 'VOICE', MaximumSlots: 1 }],
        DefaultOutboundQueue: { ARN: queueArn, Channels: ['VOICE'], Name: 'Billing' },
        InboundQueues: [{ ARN: queueArn, Channels: ['VOICE'], Name: 'Billing' }],
        Name: 'Customer Care',
      },
      Username: 'Ana.Silva',
    },
    Contacts: [
      {
        Channel: 'VOICE',
        ConnectedToAgentTimestamp: '2026-03-04T10:00:03.000Z',
        ContactId: '3c5b6f2a-1111-4222-8333-944445555666',
        InitialContactId: '3c5b6f2a-1111-4222-8333-944445555661',
        InitiationMethod: 'INBOUND',
        Queue: { ARN: queueArn, Name: 'Billing' },
        QueueTimestamp: '2026-03-04T10:00:00.000Z',
        State: 'CONNECTED',
        StateStartTimestamp: '2026-03-04T10:00:03.000Z',
      },
    ],
    NextAgentStatus: { ARN: 'arn:state/2', EnqueuedTimestamp: '2026-03-04T10:00:09.000Z', Name: 'Lunch' },
  },
  EventId: 'e0000001-0000-4000-8000-000000000001',
  EventTimestamp: '2026-03-04T10:00:03.123Z',
  EventType: 'STATE_CHANGE',
  InstanceARN: connectInstanceArn,
  PreviousAgentSnapshot: {
    AgentStatus: {
      ARN: 'arn:state/3',
      Name: 'Training',
      StartTimestamp: '2026-03-04T08:00:00.000Z',
      Type: 'CUSTOM',
    },
    Configuration: { FirstName: 'Ana', LastName: 'Silva', Username: 'Ana.Silva' },
    Contacts: [],
  },
  Version: '2017-10-01',
};

/** A line of a flow log in which every field says something: the customer has keyed in a number. */
const wholeLine = {
  ContactFlowId: `${connectInstanceArn}/contact-flow/0a1b2c3d-0000-4000-8000-00000000f001`,
  ContactFlowModuleType: 'StoreUserInput',
  ContactFlowName: 'Inbound voice',
  ContactId: '3c5b6f2a-1111-4222-8333-944445555666',
  ExternalResults: { balance: '12.50' },
  Identifier: 'block-7',
  Parameters: { MaxDigits: '8', Text: 'Please key in your customer number.', Timeout: '5000' },
  Results: '47114711',
  Timestamp: '2026-03-04T10:00:01.500Z',
};

type Built = Record<string, unknown>;

export const buildContactRecord = (change: object = {}): Built => ({ ...wholeRecord, ...change });
export const buildAgentEvent = (change: object = {}): Built => ({ ...wholeEvent, ...change });
export const buildFlowLog = (change: object = {}): Built => ({ ...wholeLine, ...change });
