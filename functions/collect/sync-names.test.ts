import { expect, test } from 'vitest';
import { connectInstancesIndex } from '../../model/documents/connect-instance.ts';
import { makeMemoryDocumentStore } from '../clients/memory-document-store.ts';
import { syncNames } from './sync-names.ts';

const arn = (id: string) => `arn:aws:connect:eu-central-1:123456789012:instance/i/queue/${id}`;
const queue = (id: string, name: string) => ({ id, arn: arn(id), name });
const levels = { level1: 'Division', level2: 'Team' };

/** A sync of queues that a test may change. */
function setUp() {
  const store = makeMemoryDocumentStore();
  const state = { queues: [queue('b', 'Billing'), queue('a', 'Sales')], clock: 0 };
  const sync = () =>
    syncNames({
      instanceId: 'i',
      find: async () => ({ hierarchyLevels: levels, queues: state.queues, requests: 2 }),
      store,
      now: () => ++state.clock,
    });
  return { state, sync, stored: () => store.documents().get(`${connectInstancesIndex}/i`) };
}

test('writes the names once, whatever order Connect gives them in', async () => {
  const { state, sync, stored } = setUp();
  expect(await sync()).toEqual({ queues: 2, requests: 2, changed: true });
  const first = stored();
  expect(first).toMatchObject({
    hierarchyLevels: levels,
    queues: [{ name: 'Sales', deleted: false }, { name: 'Billing' }],
  });
  state.queues.reverse();
  expect(await sync()).toEqual({ queues: 2, requests: 2, changed: false });
  expect(stored()).toEqual(first);
});

test('a queue that is gone keeps its name for the contacts of before, and may come back', async () => {
  const { state, sync, stored } = setUp();
  await sync();
  state.queues = [queue('a', 'Sales and renewals')];
  expect(await sync()).toMatchObject({ queues: 1, changed: true });
  expect(stored()).toMatchObject({
    queues: [
      { name: 'Sales and renewals', deleted: false },
      { name: 'Billing', deleted: true },
    ],
  });
  expect(await sync()).toMatchObject({ changed: false });
  state.queues = [queue('a', 'Sales and renewals'), queue('b', 'Billing')];
  await sync();
  expect(stored()).toMatchObject({ queues: [{ deleted: false }, { deleted: false }] });
});
