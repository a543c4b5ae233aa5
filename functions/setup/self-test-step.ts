import type { Client } from '@opensearch-project/opensearch';
import { type ConnectUser, connectUserId, connectUsersIndex } from '../../model/documents/connect-user.ts';

const index = 'softphone-api-metrics-*';

/**
 * One step of trying a deployment with a message of an agent who does not exist.
 *
 * @param step `begin` makes the agent known, if any users are (else all are welcome, and one known would keep the others
 *   out); `find` looks for the message; `end` takes both out again
 * @returns how many documents that was
 */
export function selfTestStep(
  search: Client,
  instanceId: string,
  step: 'begin' | 'find' | 'end',
  agent: string,
): Promise<number> {
  if (step === 'begin') return begin(search, instanceId, agent);
  return step === 'find' ? find(search, agent) : end(search, instanceId, agent);
}

async function begin(search: Client, instanceId: string, agent: string): Promise<number> {
  const { body } = await search.count({
    index: connectUsersIndex,
    body: { query: { term: { instanceId } } },
  });
  if (body.count === 0) return 0;
  const user: ConnectUser = {
    instanceId,
    username: agent,
    id: agent,
    arn: agent,
    deleted: false,
    syncedAt: new Date().toISOString(),
  };
  await search.index({ index: connectUsersIndex, id: connectUserId(user), body: user });
  return 1;
}

async function find(search: Client, agent: string): Promise<number> {
  const { body } = await search.count({ index, body: { query: { term: { agent } } } });
  return body.count;
}

async function end(search: Client, instanceId: string, agent: string): Promise<number> {
  const user = { index: connectUsersIndex, id: connectUserId({ instanceId, username: agent }) };
  await search.delete(user, { ignore: [404] });
  const { body } = await search.deleteByQuery({
    index,
    body: { query: { term: { agent } } },
    refresh: true,
    conflicts: 'proceed',
  });
  return 'deleted' in body ? (body.deleted ?? 0) : 0;
}
