import type { ConnectUser } from '../../model/documents/connect-user.ts';
import type { Agent } from '../organisation.ts';

/** An agent as the synced users have them. */
export function connectUserOf(agent: Agent, instanceId: string, syncedAt: Date): ConnectUser {
  const { level1, level2 } = agent.hierarchy;
  return {
    instanceId,
    username: agent.username,
    id: agent.id,
    arn: agent.arn,
    routingProfile: agent.routingProfile.name,
    agentHierarchy: { level1: level1.name, level2: level2.name },
    deleted: false,
    syncedAt: syncedAt.toISOString(),
  };
}
