import * as z from 'zod';
import { date, keyword, type Properties, stored } from './mapping.ts';

const name = z.string().optional();

/** What an instance calls the levels of its agents' hierarchy: `Division`, `Team` …; absent those that it does not use. */
export const levelNames = z.object({ level1: name, level2: name, level3: name, level4: name, level5: name });
export type LevelNames = z.infer<typeof levelNames>;

/** A queue that contacts wait in; the queues of single agents have no name. */
const queue = z.object({
  id: z.string(),
  arn: z.string(),
  name: z.string(),
  /** Contacts of before may still be of it. */
  deleted: z.boolean(),
});
export type ConnectQueue = z.infer<typeof queue>;

/**
 * What one Amazon Connect instance calls things: `connect-instances`, one document for each, by the instance's id. In one
 * document because whoever needs any of it reads all of it, once in minutes.
 */
export const connectInstance = z.object({
  instanceId: z.string(),
  hierarchyLevels: levelNames,
  /** In the order of their ids, so that what has not changed is the same. */
  queues: z.array(queue),
  syncedAt: z.string(),
});
export type ConnectInstance = z.infer<typeof connectInstance>;

export const connectInstancesIndex = 'connect-instances';

export const connectInstanceMapping: Properties = {
  instanceId: keyword,
  hierarchyLevels: stored,
  queues: stored,
  syncedAt: date,
};

/** Gives the name of a queue by its ARN or id; undefined of one that nobody knows. */
export type QueueName = (arnOrId: string | undefined) => string | undefined;

/** A queue of a record: by its own name, or, where it has none that may be kept, by the instance's. Pure. */
export function nameOfQueue(
  queue: { readonly ARN?: string | undefined; readonly Name?: string | null | undefined } | undefined,
  queueName: QueueName,
): string | undefined {
  return queue?.Name === null ? queueName(queue.ARN) : queue?.Name;
}

/** Knows no queue. */
export const noQueueName: QueueName = () => undefined;

/** How the queues of an instance are called. Pure. */
export function queueNames({ queues }: Pick<ConnectInstance, 'queues'>): QueueName {
  const byId = new Map(queues.map(({ id, name }) => [id, name]));
  return (arnOrId) => (arnOrId === undefined ? undefined : byId.get(queueIdOf(arnOrId)));
}

/** Of `arn:aws:connect:…:instance/…/queue/ID`, or the id itself. */
function queueIdOf(arnOrId: string): string {
  return /:instance\/[^/]+\/queue\/([^/]+)$/.exec(arnOrId)?.[1] ?? arnOrId;
}
