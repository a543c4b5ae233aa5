import * as z from 'zod';
import { dimensionsOfAgents } from './dimension.ts';
import { byDimension } from './filters.ts';

/** `GET /query/agent-states`: of now, so without a range. */
export const agentStatesQuery = byDimension
  .pick(
    Object.fromEntries(dimensionsOfAgents.map((dimension) => [dimension, true])) as Record<
      (typeof dimensionsOfAgents)[number],
      true
    >,
  )
  .strict();
export type AgentStatesQuery = z.infer<typeof agentStatesQuery>;

const agentStateNow = z.object({
  agent: z.string(),
  routingProfile: z.string().nullable(),
  signedIn: z.boolean(),
  /** The status that the agent chose, by its name; null where Connect did not say. */
  state: z.string().nullable(),
  /** ROUTABLE, CUSTOM or OFFLINE. */
  stateType: z.string().nullable(),
  /** When the agent chose it. */
  since: z.iso.datetime().nullable(),
  /** Those that the agent has now, with what each is in: CONNECTING, CONNECTED, CONNECTED_ONHOLD … */
  contacts: z.array(z.object({ contactId: z.string(), state: z.string().nullable() })),
  /** When Connect said so. It says at least that an agent is still there every two minutes. */
  heardAt: z.iso.datetime(),
});
export type AgentStateNow = z.infer<typeof agentStateNow>;

/** Answer of `GET /query/agent-states`. Who is not in it, nothing is known of. */
export const agentStates = z.object({
  /** When that was asked. */
  at: z.iso.datetime(),
  /** By name. */
  agents: z.array(agentStateNow),
  /** True where there are more agents than one answer holds. */
  more: z.boolean(),
});
export type AgentStates = z.infer<typeof agentStates>;
