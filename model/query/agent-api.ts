import * as z from 'zod';
import { figures } from './figure.ts';
import { qualityLimits } from './limits.ts';
import { column } from './overview.ts';

const operation = z.object({ name: z.string(), figures, overTime: z.record(z.string(), column) });
export type Operation = z.infer<typeof operation>;

/** Answer of `GET /query/agent-api`: the agents' API calls, long polls left out. */
export const agentApi = z.object({
  limits: qualityLimits,
  totals: figures,
  interval: z.string(),
  times: z.array(z.iso.datetime()),
  operations: z.array(operation),
  /** Filters that API calls know nothing of and that were therefore left out. */
  ignoredFilters: z.array(z.string()),
});
export type AgentApi = z.infer<typeof agentApi>;
