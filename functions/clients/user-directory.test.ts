import { Client } from '@opensearch-project/opensearch';
import { expect, test } from 'vitest';
import { makeUserDirectory } from './user-directory.ts';

const ana = {
  instanceId: 'i',
  username: 'ana.silva',
  id: '1',
  arn: 'arn',
  routingProfile: 'Premium',
  deleted: false,
  syncedAt: '2026-03-04T10:00:00.000Z',
};

/** A directory over users that a test may change, and the ids that were asked for. */
function setUp(users: Record<string, object> | 'missing' | 'down') {
  const state = { users, clock: 0, asked: 0 };
  const search = new Client({ node: 'http://search.example' });
  const all = () => {
    if (state.users === 'down') throw new Error('connect ECONNREFUSED');
    return state.users;
  };
  const get = async ({ id }: { id: string }) => {
    state.asked++;
    const known = all();
    const user = known === 'missing' ? undefined : known[id.slice(2)];
    return { body: user ? { found: true, _source: user } : { found: false } };
  };
  const count = async () => {
    const known = all();
    return { body: { count: known === 'missing' ? 0 : Object.keys(known).length } };
  };
  Object.assign(search, { get, count });
  const directory = makeUserDirectory(search, () => state.clock);
  return { state, find: (name = 'ana.silva') => directory.find('i', name) };
}

test('knows a synced user, whatever the case of the name, and asks once a minute', async () => {
  const { state, find } = setUp({ 'ana.silva': ana });
  expect(await find()).toEqual({ standing: 'known', user: ana });
  expect(await find('Ana.Silva')).toEqual({ standing: 'known', user: ana });
  await Promise.all([find(), find(), find()]);
  expect(state.asked).toBe(1);
  state.clock = 60_000;
  await find();
  expect(state.asked).toBe(2);
});

test('once there are users, others are unknown, and the deleted too; a new one is found soon', async () => {
  const { state, find } = setUp({ 'ana.silva': ana, 'joao.santos': { ...ana, deleted: true } });
  expect(await find('nobody')).toEqual({ standing: 'unknown' });
  expect(await find('joao.santos')).toEqual({ standing: 'unknown' });
  state.users = { nobody: ana };
  state.clock = 4999;
  expect(await find('nobody')).toEqual({ standing: 'unknown' });
  state.clock = 5000;
  expect(await find('nobody')).toMatchObject({ standing: 'known' });
});

test.each(['missing', 'down', {}] as const)('where users are %o nobody is stopped', async (users) => {
  expect(await setUp(users).find()).toEqual({ standing: 'unsynced' });
});

test('what was known is not forgotten in an outage', async () => {
  const { state, find } = setUp({ 'ana.silva': ana });
  await find();
  state.users = 'down';
  state.clock = 60_000;
  expect(await find()).toMatchObject({ standing: 'known' });
  state.users = { 'ana.silva': { ...ana, routingProfile: 'Sales' } };
  state.clock = 70_000;
  expect(await find()).toMatchObject({ user: { routingProfile: 'Sales' } });
});

test('while nobody answers, nobody is asked for ten seconds, whoever the agent is', async () => {
  const { state, find } = setUp('down');
  expect(await find('ana.silva')).toEqual({ standing: 'unsynced' });
  expect(await find('rui.martins')).toEqual({ standing: 'unsynced' });
  expect(state.asked).toBe(1);
  state.users = { 'rui.martins': { ...ana, username: 'rui.martins' } };
  state.clock = 10_000;
  expect(await find('rui.martins')).toMatchObject({ standing: 'known' });
});
