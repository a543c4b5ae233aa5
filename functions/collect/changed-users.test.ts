import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ConnectUser, connectUserId } from '../../model/documents/connect-user.ts';
import type { FoundUser } from '../clients/connect-users.ts';
import { changedUsers } from './changed-users.ts';

const instanceId = '7f0c2d5e-3b1a-4c68-9d2e-5a4b8c6d1e0f';
const at = { instanceId, now: new Date('2026-03-04T10:00:00Z') };
const found = (username: string, change: Partial<FoundUser> = {}): FoundUser => ({
  username,
  id: `id-${username}`,
  arn: `arn:${username}`,
  routingProfile: 'Customer Care',
  agentHierarchy: { level1: 'Service' },
  ...change,
});
const known = (user: FoundUser, deleted = false): ConnectUser => ({
  ...user,
  instanceId,
  deleted,
  syncedAt: '2026-03-03T10:00:00.000Z',
});

test('a new user, a moved one and one that is gone are written; the others are left alone', () => {
  const moved = found('ben', { routingProfile: 'Sales' });
  const before = [known(found('ana')), known(found('ben')), known(found('cleo'))];
  expect(changedUsers(before, [found('ana'), moved, found('dina')], at)).toEqual([
    { ...known(moved), syncedAt: at.now.toISOString() },
    { ...known(found('dina')), syncedAt: at.now.toISOString() },
    { ...known(found('cleo'), true), syncedAt: at.now.toISOString() },
  ]);
});

test('one that was deleted and is there again is no longer deleted', () => {
  expect(changedUsers([known(found('ana'), true)], [found('ana')], at)).toMatchObject([{ deleted: false }]);
});

test('the agent of a self-test, whom Connect never had, is left alone', () => {
  expect(
    changedUsers([known(found('self-test-1', { arn: 'self-test-1' }))], [found('ana')], at),
  ).toMatchObject([{ username: 'ana' }]);
});

test('who has left the hierarchy has none', () => {
  const { agentHierarchy: _, ...without } = found('ana');
  const [changed] = changedUsers([known(found('ana'))], [without], at);
  expect(changed).not.toHaveProperty('agentHierarchy');
});

const users = fc.uniqueArray(
  fc.record({
    username: fc.constantFrom('ana', 'ben', 'cleo', 'dina', 'eva'),
    routingProfile: fc.constantFrom('Customer Care', 'Sales'),
  }),
  { selector: ({ username }) => username },
);
const asFound = (all: readonly { username: string; routingProfile: string }[]) =>
  all.map(({ username, routingProfile }) => found(username, { routingProfile }));

test('what is written makes the synced users those that Connect has, and a second sync writes nothing', () => {
  fc.assert(
    fc.property(users, users, (before, now) => {
      const synced = new Map(
        changedUsers([], asFound(before), at).map((user) => [connectUserId(user), user]),
      );
      for (const user of changedUsers([...synced.values()], asFound(now), at))
        synced.set(connectUserId(user), user);
      const there = [...synced.values()].filter(({ deleted }) => !deleted);
      const byName = (a: { username: string }, b: { username: string }) => (a.username < b.username ? -1 : 1);
      expect(
        there.map(({ username, routingProfile }) => ({ username, routingProfile })).sort(byName),
      ).toEqual([...now].sort(byName));
      expect(changedUsers([...synced.values()], asFound(now), at)).toEqual([]);
    }),
  );
});
