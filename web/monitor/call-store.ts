import { type DBSchema, type IDBPDatabase, type IDBPObjectStore, openDB } from 'idb';
import { systemClock } from '../push/clock.ts';
import { reopening } from '../push/reopening.ts';
import { type CallRecord, newCallRecord } from './call-record.ts';

interface CallSchema extends DBSchema {
  calls: { key: string; value: { record: CallRecord; touchedAt: number }; indexes: { touchedAt: number } };
}

type Calls = IDBPObjectStore<CallSchema, ['calls'], 'calls', 'readwrite'>;

/** Nothing more is heard of a call that long after its last message. */
const keepMillis = 48 * 3_600_000;

/** The calls that this browser knows of. */
export type CallStore = {
  /**
   * Changes what is known of a call, beginning with a new record if need be; no other tab comes between reading and
   * writing. `known` is false where the contact was not seen before.
   */
  change(contactId: string, how: (record: CallRecord, known: boolean) => CallRecord): Promise<CallRecord>;
  /** Gives the browser its database back. */
  close(): void;
};

/** So many calls are known while the browser keeps nothing: more than go on at once. */
const mostInMemory = 10;

/**
 * The store shared by this browser's tabs. What the browser does not keep is known for as long as the page lives:
 * a call that it stopped keeping goes on from what this page knew of it.
 */
export function openCallStore(now: () => number, name = 'softphone-calls'): CallStore {
  const database = reopening(() => open(name), { now, sleep: systemClock.sleep });
  const known = inMemory(now);
  const unkept = new Set<string>();
  // Not awaited: the softphone must not wait for a browser that takes long to open it.
  void database((db) => forgetOld(db.transaction('calls', 'readwrite').store, now() - keepMillis));
  return {
    close: database.close,
    async change(contactId, how) {
      const done = unkept.has(contactId)
        ? undefined
        : await database((db) => change(db, contactId, now(), how));
      if (done) return known.change(contactId, () => done.result);
      unkept.add(contactId);
      return known.change(contactId, how);
    },
  };
}

function open(name: string): Promise<IDBPDatabase<CallSchema>> {
  return openDB<CallSchema>(name, 1, {
    upgrade: (fresh) => void fresh.createObjectStore('calls').createIndex('touchedAt', 'touchedAt'),
    // A newer page wants to upgrade: it must not wait for this one.
    blocking: (_from, _to, event) => (event.target as IDBDatabase).close(),
  });
}

async function change(
  db: IDBPDatabase<CallSchema>,
  contactId: string,
  now: number,
  how: (record: CallRecord, known: boolean) => CallRecord,
): Promise<CallRecord> {
  const tx = db.transaction('calls', 'readwrite');
  const before = await tx.store.get(contactId);
  // A page may stay open for weeks: what is old goes when something new comes.
  if (!before) await forgetOld(tx.store, now - keepMillis);
  const record = how(before?.record ?? newCallRecord(contactId, now), before !== undefined);
  if (record !== before?.record) await tx.store.put({ record, touchedAt: now }, contactId);
  await tx.done;
  return record;
}

async function forgetOld(calls: Calls, before: number): Promise<void> {
  const old = await calls.index('touchedAt').getAllKeys(IDBKeyRange.upperBound(before));
  await Promise.all(old.map((key) => calls.delete(key)));
}

function inMemory(now: () => number): Pick<CallStore, 'change'> {
  const records = new Map<string, CallRecord>();
  return {
    async change(contactId, how) {
      const before = records.get(contactId);
      const record = how(before ?? newCallRecord(contactId, now()), before !== undefined);
      records.delete(contactId);
      records.set(contactId, record);
      const oldest = records.size > mostInMemory ? records.keys().next().value : undefined;
      if (oldest !== undefined) records.delete(oldest);
      return record;
    },
  };
}
