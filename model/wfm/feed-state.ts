import * as z from 'zod';
import { type AgentPicture, knownAgent, statusOf } from './agent-picture.ts';
import type { StatusSnapshot } from './agent-status.ts';

/** How far a shard was read. */
const shardPosition = z.object({
  /** The sequence number of the last record that was read; absent while there was none. */
  after: z.string().optional(),
  /** Since when its records are read, where none was read yet. */
  from: z.string(),
  /** Whether all that it held was read once: the replay of the last 24 hours is over. */
  isReplayed: z.boolean(),
  /** Whether it takes no records any more, after a split or merge, and all were read. */
  isClosed: z.boolean(),
});
export type ShardPosition = z.infer<typeof shardPosition>;

/** Where the real-time feed is, kept between its runs: written and read as one. */
export const feedState = z.object({
  version: z.literal(1),
  /** Until when, in epoch milliseconds, nobody but the run that wrote this may read on and tell. */
  heldUntil: z.number(),
  shards: z.record(z.string(), shardPosition),
  agents: z.record(z.string(), knownAgent),
  /** Until when all shards were read. */
  asOf: z.string(),
  /** When the instance's users were looked up. */
  usersAt: z.string().optional(),
  /** Before then the receiver is left alone: it asked for that, or failed. Epoch milliseconds. */
  retryAt: z.number().optional(),
  /** How often in a row it has failed. */
  failures: z.number(),
});
export type FeedState = z.infer<typeof feedState>;

/** Before anything was read. */
export function noFeedState(now: Date): FeedState {
  return { version: 1, heldUntil: 0, shards: {}, agents: {}, asOf: now.toISOString(), failures: 0 };
}

/** Whether all of the last 24 hours were read. */
export function isWhole({ shards }: FeedState): boolean {
  const all = Object.values(shards);
  return all.length > 0 && all.every(({ isReplayed }) => isReplayed);
}

export function pictureOf({ agents }: FeedState): AgentPicture {
  return new Map(Object.entries(agents));
}

/** Every agent's status, by name, for a receiver that asks. */
export function snapshotOf(state: FeedState, instanceId: string): StatusSnapshot {
  const agents = Object.values(state.agents).map(statusOf);
  agents.sort((a, b) => (a.UserName < b.UserName ? -1 : 1));
  return { version: 1, instanceId, asOf: state.asOf, whole: isWhole(state), agents };
}
