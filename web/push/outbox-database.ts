import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Totals, Waiting } from './waiting.ts';

export interface OutboxSchema extends DBSchema {
  messages: { key: number; value: Waiting; indexes: { key: string } };
  /** Keys of what the server has, for a while: a slow tab must not bring it again. */
  delivered: { key: string; value: { key: string; at: number }; indexes: { at: number } };
  setAside: { key: number; value: { message: Waiting; reason: string; at: number } };
  totals: { key: 'totals'; value: Totals };
}
export type OutboxDatabase = IDBPDatabase<OutboxSchema>;

/** Opens, or makes, the outbox's database. Throws what IndexedDB throws where the page may keep nothing. */
export function openOutboxDatabase(name = 'softphone-outbox'): Promise<OutboxDatabase> {
  const database = openDB<OutboxSchema>(name, 1, {
    upgrade(db) {
      db.createObjectStore('messages', { keyPath: 'id', autoIncrement: true }).createIndex('key', 'key', {
        unique: true,
      });
      db.createObjectStore('delivered', { keyPath: 'key' }).createIndex('at', 'at');
      db.createObjectStore('setAside', { autoIncrement: true });
      db.createObjectStore('totals');
    },
    // A newer page wants to upgrade: it must not wait for this one.
    blocking: () => void database.then((db) => db.close()),
  });
  return database;
}
