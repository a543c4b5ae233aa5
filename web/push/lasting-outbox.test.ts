import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { openDB } from 'idb';
import { expect, test } from 'vitest';
import { lastingOutbox } from './lasting-outbox.ts';
import { type OutboxDatabase, openOutboxDatabase } from './outbox-database.ts';

const limits = { maxBytes: 100_000, maxAgeMillis: 86_400_000 };
const idle = new Set<string>();
const letter = (key: string) => ({ key, route: '/api-metrics' as const, message: { text: key } });
let databases = 0;

/** Longer than any of these tests. */
const sleep = () => new Promise<void>(() => {});

/** An outbox in a database that can be closed and kept away, as browsers do. */
function setUp(name = `lasting-${databases++}`) {
  let isThere = true;
  let now = 0;
  const opened: OutboxDatabase[] = [];
  const open = async () => {
    if (!isThere) throw new DOMException('no', 'SecurityError');
    const db = await openOutboxDatabase(name);
    opened.push(db);
    return db;
  };
  return {
    outbox: lastingOutbox(limits, { now: () => now, sleep }, open),
    /** As when the user clears what the site keeps, the disk is full, or a newer page upgrades. */
    close: () => opened.forEach((db) => void db.close()),
    reach: (its: boolean) => {
      isThere = its;
    },
    wait: () => {
      now += 30_000;
    },
  };
}

test('a database that the browser closed is opened again, and nothing that waits in it is lost', async () => {
  const { outbox, close } = setUp();
  await outbox.add(letter('a'));
  close();
  expect(await outbox.add(letter('b'))).toBe(true);
  close();
  expect((await outbox.next(idle))?.key).toBe('a');
  await outbox.delivered('a');
  close();
  expect(await outbox.add(letter('a'))).toBe(false);
  expect(await outbox.totals()).toMatchObject({ waiting: 1 });
  expect(outbox.kept).toBe(true);
});

test('without a database it goes on in memory, says so, and keeps again when there is one', async () => {
  const { outbox, close, reach, wait } = setUp();
  await outbox.add(letter('kept'));
  const before = outbox.untilChanged();
  reach(false);
  close();
  expect(await outbox.add(letter('unkept'))).toBe(true);
  expect(outbox.kept).toBe(false);
  expect(before.aborted).toBe(true);
  expect(await outbox.totals()).toMatchObject({ waiting: 1 });
  reach(true);
  wait();
  // First what nobody else can send, then the rest.
  expect((await outbox.next(idle))?.key).toBe('unkept');
  await outbox.delivered('unkept');
  expect(outbox.kept).toBe(true);
  expect((await outbox.next(idle))?.key).toBe('kept');
});

test('what a rollback finds of a newer page stays where it is, and collecting goes on', async () => {
  const name = 'of-a-newer-page';
  const newer = await openDB(name, 2, { upgrade: (db) => void db.createObjectStore('messages') });
  await newer.put('messages', 'of the newer page', 'x');
  const { outbox } = setUp(name);
  expect(await outbox.add(letter('a'))).toBe(true);
  expect(outbox.kept).toBe(false);
  expect((await outbox.next(idle))?.key).toBe('a');
  expect(await newer.get('messages', 'x')).toBe('of the newer page');
});

test('a message that the server fails on steps behind the others, wherever they are', async () => {
  const { outbox, close, reach, wait } = setUp();
  await outbox.add(letter('good'));
  reach(false);
  close();
  await outbox.add(letter('bad'));
  for (let time = 0; time < 3; time++) await outbox.failed('bad');
  reach(true);
  wait();
  expect((await outbox.next(idle))?.key).toBe('good');
});

test('whatever the browser does, each message is given until it is delivered, once', async () => {
  const step = fc.record({
    does: fc.constantFrom('add', 'deliver', 'close', 'lose', 'find', 'wait'),
    nth: fc.nat(9),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const { outbox, close, reach, wait } = setUp();
      const [added, delivered] = [new Set<string>(), [] as string[]];
      const deliver = async () => {
        const next = await outbox.next(idle);
        if (!next) return false;
        delivered.push(next.key);
        await outbox.delivered(next.key);
        return true;
      };
      const act = {
        add: async (key: string) => {
          if (!added.has(key)) await outbox.add(letter(key));
          added.add(key);
        },
        deliver,
        close: async () => close(),
        lose: async () => reach(false),
        find: async () => reach(true),
        wait: async () => wait(),
      };
      for (const { does, nth } of steps) await act[does](`k${nth}`);
      reach(true);
      wait();
      while (await deliver());
      expect(delivered.toSorted()).toEqual([...added].sort());
      expect(await outbox.totals()).toMatchObject({ waiting: 0, dropped: 0 });
    }),
    { numRuns: 50 },
  );
});
