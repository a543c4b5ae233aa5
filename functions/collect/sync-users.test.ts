import { expect, test } from 'vitest';
import type { ConnectUser } from '../../model/documents/connect-user.ts';
import { syncUsers } from './sync-users.ts';

const now = new Date('2026-03-04T10:00:00Z');
const ana = { username: 'ana', id: 'a', arn: 'arn:a' };

function setUp(users: readonly (typeof ana)[]) {
  const written: ConnectUser[] = [];
  const sync = {
    instanceId: 'instance',
    find: async () => ({ users, requests: 3 }),
    synced: {
      all: async () => written.slice(),
      write: async (its: readonly ConnectUser[]) => void written.push(...its),
    },
  };
  return { sync, written };
}

test('says how many users there are, how many changed and what that cost', async () => {
  const { sync, written } = setUp([ana]);
  expect(await syncUsers(sync, now)).toEqual({ users: 1, changed: 1, requests: 3 });
  expect(await syncUsers(sync, now)).toEqual({ users: 1, changed: 0, requests: 3 });
  expect(written).toHaveLength(1);
});

test('an instance without any user is not believed: every agent would be refused', async () => {
  const { sync, written } = setUp([ana]);
  await syncUsers(sync, now);
  await expect(syncUsers({ ...sync, find: async () => ({ users: [], requests: 3 }) }, now)).rejects.toThrow(
    'no user at all',
  );
  expect(written.every(({ deleted }) => !deleted)).toBe(true);
});
