import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { type CallRecord, newCallRecord } from './call-record.ts';

interface CallSchema extends DBSchema {
  calls: { key: string; value: { record: CallRecord; touchedAt: number }; indexes: { touchedAt: number } };
}

/** Nothing more is heard of a call that long after its last message. */
const keepMillis = 48 * 3_600_000;

/** The calls that this browser knows of. */
export type CallStore = {
  /**
   * Changes what is known of a call, beginning with a new record if need be; no other tab comes between reading and
   * writing. `known` is false where the contact was not seen before.
   */
  change(contactId: string, how: (record: CallRecord, known: boolean) => CallRecord): Promise<CallRecord>;
};

/** Opens the store shared by this browser's tabs; where the browser keeps nothing, one that lives as long as the page. */
export async function openCallStore(now: () => number, name = 'softphone-calls'): Promise<CallStore> {
  try {
    const db = await openDB<CallSchema>(name, 1, {
      upgrade: (fresh) => void fresh.createObjectStore('calls').createIndex('touchedAt', 'touchedAt'),
      blocking: (_from, _to, event) => (event.target as IDBDatabase).close(),
    });
    await forgetOld(db, now() - keepMillis);
    return { change: (contactId, how) => change(db, contactId, now(), how) };
  } catch {
    return inMemory(now);
  }
}

async function change(
  db: IDBPDatabase<CallSchema>,
  contactId: string,
  now: number,
  how: (record: CallRecord, known: boolean) => CallRecord,
): Promise<CallRecord> {
  const tx = db.transaction('calls', 'readwrite');
  const before = await tx.store.get(contactId);
  const record = how(before?.record ?? newCallRecord(contactId, now), before !== undefined);
  if (record !== before?.record) await tx.store.put({ record, touchedAt: now }, contactId);
  await tx.done;
  return record;
}

async function forgetOld(db: IDBPDatabase<CallSchema>, before: number): Promise<void> {
  const tx = db.transaction('calls', 'readwrite');
  const old = await tx.store.index('touchedAt').getAllKeys(IDBKeyRange.upperBound(before));
  await Promise.all([...old.map((key) => tx.store.delete(key)), tx.done]);
}

function inMemory(now: () => number): CallStore {
  const records = new Map<string, CallRecord>();
  return {
    async change(contactId, how) {
      const before = records.get(contactId);
      const record = how(before ?? newCallRecord(contactId, now()), before !== undefined);
      records.set(contactId, record);
      return record;
    },
  };
}
