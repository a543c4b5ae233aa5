import * as z from 'zod';
import { figure, figures } from './figure.ts';
import { qualityLimits } from './limits.ts';

/** Whether an agent's share of poor calls differs from another one by more than chance explains. */
const comparison = z.object({
  /** The share of poor calls that it is compared with. */
  poorCalls: figure,
  /** How probable a share at least so far from it is by chance alone (Fisher's exact test); null of too few calls. */
  chance: z.number().nullable(),
  /** `asUsual` also where the difference is too small to matter, however certain. */
  verdict: z.enum(['worse', 'better', 'asUsual', 'tooFew']),
});
export type Comparison = z.infer<typeof comparison>;

const agent = z.object({
  agent: z.string(),
  /** The one of most of the agent's calls; null where it is not known. */
  routingProfile: z.string().nullable(),
  now: figures,
  /** Of the period before; null where the agent had no call then. */
  before: figures.nullable(),
  /** With the agent's own period before. */
  ownPast: comparison,
  /** With the others of the routing profile, or all others where it is not known. */
  peers: comparison,
});
export type AgentFigures = z.infer<typeof agent>;

/** Answer of `GET /query/agents`. */
export const agentsAnswer = z.object({
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  before: z.object({ from: z.iso.datetime(), to: z.iso.datetime() }),
  limits: qualityLimits,
  /** The worst first: who is surely worse than the peers, then by the share of poor calls. */
  agents: z.array(agent),
  /** True where there are more agents; those with the most poor calls are here. */
  more: z.boolean(),
});
export type AgentsAnswer = z.infer<typeof agentsAnswer>;
