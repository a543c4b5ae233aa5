import type { UsersFound } from '../clients/connect-users.ts';
import type { SyncedUsers } from '../clients/synced-users.ts';
import { changedUsers } from './changed-users.ts';

export type UsersSync = {
  readonly instanceId: string;
  readonly find: () => Promise<UsersFound>;
  readonly synced: Pick<SyncedUsers, 'all' | 'write'>;
};

/** What a sync came to. */
export type UsersSynced = {
  readonly users: number;
  /** Written: new, changed or gone. */
  readonly changed: number;
  /** Of the Connect API. */
  readonly requests: number;
};

/** More than half of so many are not deleted between two looks: an answer without them lacks a part. */
const fewUsers = 20;

/**
 * Makes the synced users those that Connect has, and writes only what changed.
 *
 * @param believeFewer somebody has said that so many users are gone
 * @throws Error when Connect or the search service cannot be asked, or Connect tells of no user at all, or of less than
 *   half of many; then nobody is marked as deleted
 */
export async function syncUsers(
  { instanceId, find, synced }: UsersSync,
  now: Date,
  { believeFewer = false } = {},
): Promise<UsersSynced> {
  const [{ users, requests }, known] = await Promise.all([find(), synced.all(instanceId)]);
  // An instance has at least its admin. Without users every agent's messages would be refused.
  if (users.length === 0) throw new Error('Amazon Connect tells of no user at all: the synced users stay.');
  const there = known.filter(({ deleted }) => !deleted).length;
  if (!believeFewer && there > fewUsers && users.length < there / 2) {
    throw new Error(
      `Amazon Connect tells of ${users.length} users where there were ${there}: the synced users stay. If so many are gone, invoke this function with {"believeFewer": true}.`,
    );
  }
  const changed = changedUsers(known, users, { instanceId, now });
  await synced.write(changed);
  return { users: users.length, changed: changed.length, requests };
}
