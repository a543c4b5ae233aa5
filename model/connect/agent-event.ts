import * as z from 'zod';
import { contactId } from '../messages/envelope.ts';
import { maybe, queue, text, time } from './parts.ts';

const group = maybe(z.object({ Name: maybe(text) }));

const status = z.object({ Name: maybe(text), Type: maybe(text), StartTimestamp: maybe(time) });

const snapshot = z.object({
  AgentStatus: maybe(status),
  NextAgentStatus: maybe(z.object({ Name: maybe(text) })),
  Configuration: maybe(
    z.object({
      Username: maybe(text),
      RoutingProfile: maybe(z.object({ Name: maybe(text) })),
      AgentHierarchyGroups: maybe(
        z.object({ Level1: group, Level2: group, Level3: group, Level4: group, Level5: group }),
      ),
    }),
  ),
  Contacts: maybe(
    z
      .array(
        z.object({
          ContactId: contactId,
          InitialContactId: maybe(contactId),
          Channel: maybe(text),
          InitiationMethod: maybe(text),
          State: maybe(text),
          StateStartTimestamp: maybe(time),
          ConnectedToAgentTimestamp: maybe(time),
          QueueTimestamp: maybe(time),
          Queue: maybe(queue),
        }),
      )
      .max(100),
  ),
});

/**
 * What Amazon Connect tells of an agent: when one signs in or out, when the state or a contact of one changes, and every
 * 120 seconds. Only what is used; see contact-record.ts.
 *
 * Source: Amazon Connect Administrator Guide, "Data model for agent event streams".
 */
export const agentEvent = z.object({
  EventId: text,
  EventType: text,
  EventTimestamp: time,
  InstanceARN: text,
  AgentARN: text,
  CurrentAgentSnapshot: maybe(snapshot),
  PreviousAgentSnapshot: maybe(z.object({ AgentStatus: maybe(status) })),
});
export type AgentEvent = z.infer<typeof agentEvent>;

/** Without these no event is an event. */
export const agentEventEssentials = [
  'EventId',
  'EventType',
  'EventTimestamp',
  'InstanceARN',
  'AgentARN',
] as const;

/** What else of an event can be kept, by Connect's own names; of lists, of each of their elements. */
export const agentEventFields = [
  'CurrentAgentSnapshot.AgentStatus.Name',
  'CurrentAgentSnapshot.AgentStatus.StartTimestamp',
  'CurrentAgentSnapshot.AgentStatus.Type',
  'CurrentAgentSnapshot.Configuration.AgentHierarchyGroups.Level1.Name',
  'CurrentAgentSnapshot.Configuration.AgentHierarchyGroups.Level2.Name',
  'CurrentAgentSnapshot.Configuration.AgentHierarchyGroups.Level3.Name',
  'CurrentAgentSnapshot.Configuration.AgentHierarchyGroups.Level4.Name',
  'CurrentAgentSnapshot.Configuration.AgentHierarchyGroups.Level5.Name',
  'CurrentAgentSnapshot.Configuration.RoutingProfile.Name',
  'CurrentAgentSnapshot.Configuration.Username',
  'CurrentAgentSnapshot.Contacts.Channel',
  'CurrentAgentSnapshot.Contacts.ConnectedToAgentTimestamp',
  'CurrentAgentSnapshot.Contacts.ContactId',
  'CurrentAgentSnapshot.Contacts.InitialContactId',
  'CurrentAgentSnapshot.Contacts.InitiationMethod',
  'CurrentAgentSnapshot.Contacts.Queue.ARN',
  'CurrentAgentSnapshot.Contacts.Queue.Name',
  'CurrentAgentSnapshot.Contacts.QueueTimestamp',
  'CurrentAgentSnapshot.Contacts.State',
  'CurrentAgentSnapshot.Contacts.StateStartTimestamp',
  'CurrentAgentSnapshot.NextAgentStatus.Name',
  'PreviousAgentSnapshot.AgentStatus.Name',
  'PreviousAgentSnapshot.AgentStatus.StartTimestamp',
  'PreviousAgentSnapshot.AgentStatus.Type',
] as const;
