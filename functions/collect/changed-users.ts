import { isDeepStrictEqual } from 'node:util';
import { type ConnectUser, connectUserId } from '../../model/documents/connect-user.ts';
import type { FoundUser } from '../clients/connect-users.ts';

/**
 * What has to be written so that the synced users are those that Connect has: the new, the changed, and, marked as
 * deleted, those that are gone. Pure.
 *
 * @param known all synced users of the instance
 * @param found all users that Connect has
 */
export function changedUsers(
  known: readonly ConnectUser[],
  found: readonly FoundUser[],
  { instanceId, now }: { readonly instanceId: string; readonly now: Date },
): ConnectUser[] {
  const syncedAt = now.toISOString();
  const before = new Map(known.map((user) => [connectUserId(user), user]));
  const after = new Map(
    found
      .map((user) => ({ ...user, instanceId, deleted: false, syncedAt }))
      .map((user) => [connectUserId(user), user]),
  );
  // The agent of a deployment's self-test has no ARN of Amazon's, and takes itself away.
  const gone = known.filter(
    (user) => !user.deleted && user.arn.startsWith('arn:') && !after.has(connectUserId(user)),
  );
  return [
    ...[...after].filter(([id, user]) => !saysTheSame(before.get(id), user)).map(([, user]) => user),
    ...gone.map((user) => ({ ...user, deleted: true, syncedAt })),
  ];
}

function saysTheSame(before: ConnectUser | undefined, after: ConnectUser): boolean {
  return before !== undefined && isDeepStrictEqual({ ...before, syncedAt: after.syncedAt }, after);
}
