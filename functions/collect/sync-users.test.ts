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

test('less than half of many is not believed either: the agents of the other half would be refused', async () => {
  const many = Array.from({ length: 30 }, (_, i) => ({ username: `u${i}`, id: `${i}`, arn: `arn:${i}` }));
  const { sync, written } = setUp(many);
  await syncUsers(sync, now);
  const partOf = (count: number) => ({
    ...sync,
    find: async () => ({ users: many.slice(0, count), requests: 3 }),
  });
  await expect(syncUsers(partOf(14), now)).rejects.toThrow('14 users where there were 30');
  expect(written.some(({ deleted }) => deleted)).toBe(false);
  expect(await syncUsers(partOf(14), now, { believeFewer: true })).toMatchObject({ changed: 16 });
});
