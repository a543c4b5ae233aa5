import type { Client } from '@opensearch-project/opensearch';
import { type ConnectUser, connectUserId, connectUsersIndex } from '../../model/documents/connect-user.ts';
import type { Agent, Organisation } from '../organisation.ts';

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

/** Puts all agents of an organisation among the synced users. Throws an Error that names the first refusal. */
export async function fillUsers(search: Client, organisation: Organisation, now: Date): Promise<void> {
  const users = organisation.agents.map((agent) => connectUserOf(agent, organisation.instanceId, now));
  const { body } = await search.bulk({
    body: users.flatMap((user) => [{ index: { _index: connectUsersIndex, _id: connectUserId(user) } }, user]),
    refresh: 'true',
  });
  const refused = body.items.find((item) => item.index?.error)?.index?.error;
  if (refused) throw new Error(`connect-users does not take the agents: ${refused.reason ?? refused.type}`);
}
