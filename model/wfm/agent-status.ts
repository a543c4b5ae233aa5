import * as z from 'zod';
import { text, time } from '../connect/parts.ts';

/**
 * What of an agent's event the real-time feed takes: who, and in which status. Nothing of contacts or of the agent's
 * place in the company is read at all.
 *
 * Source: *Teleopti WFM, Amazon Connect Integration Requirements* 1.0, section 3.2.3; Amazon Connect Administrator Guide,
 * "Data model for agent event streams".
 */
export const agentStatusEvent = z
  .object({
    EventId: text,
    EventTimestamp: time,
    AgentARN: text,
    CurrentAgentSnapshot: z.object({
      AgentStatus: z.object({ ARN: text, Name: text }),
      Configuration: z.object({ Username: text }),
    }),
  })
  .transform(({ EventId, EventTimestamp, AgentARN, CurrentAgentSnapshot: now }) => ({
    eventId: EventId,
    at: EventTimestamp,
    agentId: AgentARN.slice(AgentARN.lastIndexOf('/') + 1),
    userName: now.Configuration.Username.toLowerCase(),
    arn: now.AgentStatus.ARN,
    name: now.AgentStatus.Name,
  }));
export type AgentStatusEvent = z.infer<typeof agentStatusEvent>;

/** An agent's status, as receivers are told it: the three fields of the document above, in its words. */
export const agentStatus = z.object({
  /** In lower case, as in the files. */
  UserName: z.string(),
  AgentStatus: z.object({
    /** Absent of an agent of whom nothing was told in the last 24 hours. */
    ARN: z.string().optional(),
    Name: z.string(),
  }),
  /** The same at every repeat. */
  eventId: z.string(),
  /** When the status began; absent where nobody knows. */
  at: z.string().optional(),
});
export type AgentStatus = z.infer<typeof agentStatus>;

/** What an agent is said to be in of whom nothing was told in the last 24 hours (section 5.4). */
export const loggedOut = 'logged out';

/** What is posted to a receiver: statuses that have changed, each agent once. */
export const statusChanges = z.object({
  version: z.literal(1),
  instanceId: z.string(),
  sentAt: z.string(),
  changes: z.array(agentStatus),
});
export type StatusChanges = z.infer<typeof statusChanges>;

/** What a receiver that asks is given: every agent's status. */
export const statusSnapshot = z.object({
  version: z.literal(1),
  instanceId: z.string(),
  /** Until when the stream was read. */
  asOf: z.string(),
  /** Whether all of the last 24 hours were read; until then agents are missing. */
  whole: z.boolean(),
  agents: z.array(agentStatus),
});
export type StatusSnapshot = z.infer<typeof statusSnapshot>;
