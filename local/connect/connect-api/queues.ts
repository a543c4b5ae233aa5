import type { QueueSummary } from '@aws-sdk/client-connect';
import { z } from 'zod';
import type { Agent, Named } from '../../organisation.ts';
import { summary } from './hierarchy.ts';

const asked = z
  .array(z.enum(['STANDARD', 'AGENT']))
  .max(2)
  .default(['STANDARD', 'AGENT']);

/**
 * As ListQueues has the queues: the standard ones, and each agent's own, which has no name; both unless one is asked for.
 * Throws ZodError for a type that there is not.
 */
export function listedQueues(
  queues: readonly Named[],
  agents: readonly Agent[],
  queueTypes: unknown,
): QueueSummary[] {
  const types = asked.parse(queueTypes);
  const standard = queues.map((queue): QueueSummary => ({ ...summary(queue), QueueType: 'STANDARD' }));
  const own = agents.map(
    ({ id, arn }): QueueSummary => ({
      Id: id,
      Arn: arn.replace('/agent/', '/queue/agent/'),
      QueueType: 'AGENT',
    }),
  );
  return [...(types.includes('STANDARD') ? standard : []), ...(types.includes('AGENT') ? own : [])];
}
