import * as z from 'zod';
import { contactId } from '../messages/envelope.ts';
import { maybe, named, number, queue, text, time } from './parts.ts';

const endpoint = z.object({ Type: maybe(text), Address: maybe(text) });
const group = maybe(z.object({ GroupName: maybe(text) }));
const quality = maybe(
  z.object({
    Audio: maybe(
      z.object({
        QualityScore: maybe(z.number().min(0).max(5)),
        PotentialQualityIssues: maybe(z.array(text).max(20)),
      }),
    ),
  }),
);

/**
 * A contact record, as Amazon Connect puts it into a Kinesis stream or has Firehose keep it in S3. Only what is used:
 * new fields are no fault, a used one of another type is. Connect sends a contact's record again when something of it
 * changes, up to days later; the newest `LastUpdateTimestamp` holds.
 *
 * Source: Amazon Connect Administrator Guide, "Data model for contact records".
 */
export const contactRecord = z.object({
  ContactId: contactId,
  InstanceARN: text,
  InitiationTimestamp: time,
  LastUpdateTimestamp: time,
  Agent: maybe(
    z.object({
      ARN: maybe(text),
      Username: maybe(text),
      ConnectedToAgentTimestamp: maybe(time),
      AgentInteractionDuration: maybe(number),
      CustomerHoldDuration: maybe(number),
      LongestHoldDuration: maybe(number),
      NumberOfHolds: maybe(number),
      AfterContactWorkDuration: maybe(number),
      AfterContactWorkStartTimestamp: maybe(time),
      AfterContactWorkEndTimestamp: maybe(time),
      RoutingProfile: maybe(named),
      HierarchyGroups: maybe(
        z.object({ Level1: group, Level2: group, Level3: group, Level4: group, Level5: group }),
      ),
    }),
  ),
  AgentConnectionAttempts: maybe(number),
  Attributes: maybe(z.record(z.string(), z.string())),
  Channel: maybe(text),
  ConnectedToSystemTimestamp: maybe(time),
  CustomerEndpoint: maybe(endpoint),
  DisconnectDetails: maybe(z.object({ PotentialDisconnectIssue: maybe(text) })),
  DisconnectReason: maybe(text),
  DisconnectTimestamp: maybe(time),
  InitialContactId: maybe(contactId),
  InitiationMethod: maybe(text),
  NextContactId: maybe(contactId),
  PreviousContactId: maybe(contactId),
  QualityMetrics: maybe(z.object({ Agent: quality, Customer: quality })),
  Queue: maybe(
    queue.extend({
      EnqueueTimestamp: maybe(time),
      DequeueTimestamp: maybe(time),
      Duration: maybe(number),
    }),
  ),
  RelatedContactId: maybe(contactId),
  ScheduledTimestamp: maybe(time),
  SegmentAttributes: maybe(z.object({ 'connect:Subtype': maybe(z.object({ ValueString: maybe(text) })) })),
  SystemEndpoint: maybe(endpoint),
  TransferCompletedTimestamp: maybe(time),
  TransferredToEndpoint: maybe(endpoint),
});
export type ContactRecord = z.infer<typeof contactRecord>;

/** Without these no record is a record; they say nothing of anybody. */
export const contactRecordEssentials = [
  'ContactId',
  'InstanceARN',
  'InitiationTimestamp',
  'LastUpdateTimestamp',
] as const;

/** Of whose phone numbers at most a keyed hash is kept, and only where the settings list them. */
export const phoneEndpoints = ['CustomerEndpoint', 'SystemEndpoint', 'TransferredToEndpoint'] as const;

/** What else of a record can be kept, by Connect's own names; attributes and phone numbers are chosen apart. */
export const contactRecordFields = [
  'Agent.ARN',
  'Agent.AfterContactWorkDuration',
  'Agent.AfterContactWorkEndTimestamp',
  'Agent.AfterContactWorkStartTimestamp',
  'Agent.AgentInteractionDuration',
  'Agent.ConnectedToAgentTimestamp',
  'Agent.CustomerHoldDuration',
  'Agent.HierarchyGroups.Level1.GroupName',
  'Agent.HierarchyGroups.Level2.GroupName',
  'Agent.HierarchyGroups.Level3.GroupName',
  'Agent.HierarchyGroups.Level4.GroupName',
  'Agent.HierarchyGroups.Level5.GroupName',
  'Agent.LongestHoldDuration',
  'Agent.NumberOfHolds',
  'Agent.RoutingProfile.Name',
  'Agent.Username',
  'AgentConnectionAttempts',
  'Channel',
  'ConnectedToSystemTimestamp',
  'CustomerEndpoint.Type',
  'DisconnectDetails.PotentialDisconnectIssue',
  'DisconnectReason',
  'DisconnectTimestamp',
  'InitialContactId',
  'InitiationMethod',
  'NextContactId',
  'PreviousContactId',
  'QualityMetrics.Agent.Audio.PotentialQualityIssues',
  'QualityMetrics.Agent.Audio.QualityScore',
  'QualityMetrics.Customer.Audio.PotentialQualityIssues',
  'QualityMetrics.Customer.Audio.QualityScore',
  'Queue.ARN',
  'Queue.DequeueTimestamp',
  'Queue.Duration',
  'Queue.EnqueueTimestamp',
  'Queue.Name',
  'RelatedContactId',
  'ScheduledTimestamp',
  'SegmentAttributes.connect:Subtype.ValueString',
  'SystemEndpoint.Type',
  'TransferCompletedTimestamp',
  'TransferredToEndpoint.Type',
] as const;
