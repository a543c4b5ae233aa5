import type { IDBPTransaction } from 'idb';
import type { OutboxDatabase, OutboxSchema } from './outbox-database.ts';
import {
  bytesOf,
  failuresToStepBack,
  mostSetAside,
  type Outbox,
  type OutboxLimits,
  rememberDeliveredMillis,
  type Totals,
  type Waiting,
} from './waiting.ts';

const everyStore = ['messages', 'delivered', 'setAside', 'totals'] as const;
type Change = IDBPTransaction<OutboxSchema, typeof everyStore, 'readwrite'>;

/** The outbox in a database: shared by all tabs, kept over reloads, within `limits`. Rejects where the database fails. */
export function databaseOutbox(db: OutboxDatabase, limits: OutboxLimits, now: () => number): Outbox {
  const change = <Result>(work: (tx: Change) => Promise<Result>) => inTransaction(db, work);
  return {
    kept: true,
    async add(letter) {
      const entry = { ...letter, bytes: bytesOf(letter.message), at: now(), failures: 0 };
      try {
        return await change((tx) => put(tx, entry, limits.maxBytes));
      } catch (fault) {
        if (!(fault instanceof DOMException) || fault.name !== 'QuotaExceededError') throw fault;
        await change(halve);
        return change((tx) => put(tx, entry, limits.maxBytes));
      }
    },
    next: (busy) => nextOf(db, busy),
    delivered: (key) => change((tx) => acknowledge(tx, key, now())),
    setAside: (key, reason) => change((tx) => putAside(tx, key, reason, now())),
    failed: (key) => change((tx) => countFailure(tx, key)),
    expire: () => change((tx) => dropWhile(tx, (oldest) => oldest.at < now() - limits.maxAgeMillis)),
    totals: async () => (await db.get('totals', 'totals')) ?? none,
  };
}

const none: Totals = { waiting: 0, bytes: 0, dropped: 0, setAside: 0 };

async function inTransaction<Result>(db: OutboxDatabase, work: (tx: Change) => Promise<Result>) {
  const tx = db.transaction(everyStore, 'readwrite');
  const [result] = await Promise.all([work(tx), tx.done]);
  return result;
}

async function put(tx: Change, entry: Omit<Waiting, 'id'>, maxBytes: number): Promise<boolean> {
  if (await isKnown(tx, entry.key)) return false;
  // The store gives the id.
  await tx.objectStore('messages').add(entry as Waiting);
  await count(tx, { waiting: 1, bytes: entry.bytes });
  await makeRoom(tx, maxBytes);
  return true;
}

async function acknowledge(tx: Change, key: string, now: number): Promise<void> {
  await take(tx, key);
  await tx.objectStore('delivered').put({ key, at: now });
  await forget(tx, now - rememberDeliveredMillis);
}

async function putAside(tx: Change, key: string, reason: string, now: number): Promise<void> {
  const message = await take(tx, key);
  await tx.objectStore('delivered').put({ key, at: now });
  if (!message) return;
  const store = tx.objectStore('setAside');
  await store.add({ message, reason, at: now });
  if ((await store.count()) > mostSetAside) await (await store.openCursor())?.delete();
  await count(tx, { setAside: 1 });
}

async function countFailure(tx: Change, key: string): Promise<void> {
  const entry = await tx.objectStore('messages').index('key').get(key);
  if (entry) await tx.objectStore('messages').put({ ...entry, failures: entry.failures + 1 });
}

async function isKnown(tx: Change, key: string): Promise<boolean> {
  const waiting = await tx.objectStore('messages').index('key').getKey(key);
  return waiting !== undefined || (await tx.objectStore('delivered').getKey(key)) !== undefined;
}

async function nextOf(db: OutboxDatabase, busy: ReadonlySet<string>): Promise<Waiting | undefined> {
  let last: Waiting | undefined;
  const messages = db.transaction('messages').store;
  for (let cursor = await messages.openCursor(); cursor; cursor = await cursor.continue()) {
    if (busy.has(cursor.value.key)) continue;
    if (cursor.value.failures < failuresToStepBack) return cursor.value;
    last ??= cursor.value;
  }
  return last;
}

/** Takes a message out of those that wait. */
async function take(tx: Change, key: string): Promise<Waiting | undefined> {
  const entry = await tx.objectStore('messages').index('key').get(key);
  if (!entry) return undefined;
  await tx.objectStore('messages').delete(entry.id);
  await count(tx, { waiting: -1, bytes: -entry.bytes });
  return entry;
}

async function count(tx: Change, by: Partial<Totals>): Promise<Totals> {
  const store = tx.objectStore('totals');
  const before = (await store.get('totals')) ?? none;
  const after = {
    waiting: before.waiting + (by.waiting ?? 0),
    bytes: before.bytes + (by.bytes ?? 0),
    dropped: before.dropped + (by.dropped ?? 0),
    setAside: before.setAside + (by.setAside ?? 0),
  };
  await store.put(after, 'totals');
  return after;
}

async function makeRoom(tx: Change, maxBytes: number): Promise<void> {
  let { bytes } = await count(tx, {});
  await dropWhile(tx, (oldest) => {
    const tooMuch = bytes > maxBytes;
    bytes -= oldest.bytes;
    return tooMuch;
  });
}

/** The browser gives less room than we allow ourselves: give up the older half. */
async function halve(tx: Change): Promise<void> {
  let left = Math.ceil((await tx.objectStore('messages').count()) / 2);
  await dropWhile(tx, () => left-- > 0);
}

async function dropWhile(tx: Change, tooMuch: (oldest: Waiting) => boolean): Promise<void> {
  let cursor = await tx.objectStore('messages').openCursor();
  while (cursor && tooMuch(cursor.value)) {
    await count(tx, { waiting: -1, bytes: -cursor.value.bytes, dropped: 1 });
    await cursor.delete();
    cursor = await cursor.continue();
  }
}

async function forget(tx: Change, before: number): Promise<void> {
  const old = await tx.objectStore('delivered').index('at').getAllKeys(IDBKeyRange.upperBound(before));
  for (const key of old) await tx.objectStore('delivered').delete(key);
}
