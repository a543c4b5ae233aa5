import {
  type ConnectClient,
  DescribeUserHierarchyStructureCommand,
  type HierarchyStructure,
  paginateListQueues,
  ResourceNotFoundException,
} from '@aws-sdk/client-connect';
import type { ConnectQueue, LevelNames } from '../../model/documents/connect-instance.ts';
import { hierarchyNames } from './hierarchy-names.ts';
import { pagesOf } from './pages-of.ts';

/** What Amazon Connect calls things now. */
export type NamesFound = {
  readonly hierarchyLevels: LevelNames;
  readonly queues: readonly Omit<ConnectQueue, 'deleted'>[];
  readonly requests: number;
};

/** API Reference of ListQueues: the largest page. SearchQueues gives half as many at once. */
const pageSize = 1000;

/**
 * The queues of the instance and the levels of its hierarchy. Standard queues alone: each agent has a queue too, without a
 * name of its own, and there are thousands.
 *
 * @param pause between two pages
 * @throws Error when Connect refuses or cannot be reached; there is no half of an answer
 */
export async function findConnectNames(
  client: ConnectClient,
  InstanceId: string,
  pause: () => Promise<void>,
): Promise<NamesFound> {
  const [structure, queues] = await Promise.all([
    hierarchyStructure(client, InstanceId),
    pagesOf(paginateListQueues({ client, pageSize }, { InstanceId, QueueTypes: ['STANDARD'] }), pause),
  ]);
  return {
    hierarchyLevels: hierarchyNames(structure),
    queues: queues.flatMap(({ QueueSummaryList = [] }) =>
      QueueSummaryList.flatMap(({ Id, Arn, Name }) =>
        Id && Arn && Name ? [{ id: Id, arn: Arn, name: Name }] : [],
      ),
    ),
    requests: queues.length + 1,
  };
}

/** Of an instance that has no hierarchy Connect says that there is none, or nothing of it. */
async function hierarchyStructure(client: ConnectClient, InstanceId: string): Promise<HierarchyStructure> {
  try {
    const answer = await client.send(new DescribeUserHierarchyStructureCommand({ InstanceId }));
    return answer.HierarchyStructure ?? {};
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return {};
    throw error;
  }
}
