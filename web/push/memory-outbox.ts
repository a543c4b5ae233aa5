import { bytesOf, failuresToStepBack, type Outbox, type OutboxLimits, type Waiting } from './waiting.ts';

/**
 * An outbox for browsers that keep nothing (private windows of some, storage switched off): it lives as long as the
 * page. The same rules as the one in IndexedDB, which is tested against it.
 */
export function memoryOutbox(limits: OutboxLimits, now: () => number): Outbox {
  const waiting = new Map<number, Waiting>();
  const known = new Set<string>();
  let nextId = 1;
  let dropped = 0;
  let aside = 0;
  const bytes = () => [...waiting.values()].reduce((sum, entry) => sum + entry.bytes, 0);
  const drop = (entry: Waiting) => {
    waiting.delete(entry.id);
    known.delete(entry.key);
    dropped++;
  };
  return {
    kept: false,
    async add(key, route, message) {
      if (known.has(key)) return undefined;
      const entry = { id: nextId++, key, route, message, bytes: bytesOf(message), at: now(), failures: 0 };
      waiting.set(entry.id, entry);
      known.add(key);
      for (const oldest of waiting.values()) {
        if (bytes() <= limits.maxBytes) break;
        drop(oldest);
      }
      return waiting.get(entry.id);
    },
    async next(busy) {
      const free = [...waiting.values()].filter((entry) => !busy.has(entry.id));
      return free.find((entry) => entry.failures < failuresToStepBack) ?? free[0];
    },
    async delivered(id) {
      waiting.delete(id);
    },
    async setAside(id) {
      if (waiting.delete(id)) aside++;
    },
    async failed(id) {
      const entry = waiting.get(id);
      if (entry) waiting.set(id, { ...entry, failures: entry.failures + 1 });
    },
    async expire() {
      for (const entry of waiting.values()) if (entry.at < now() - limits.maxAgeMillis) drop(entry);
    },
    async totals() {
      return { waiting: waiting.size, bytes: bytes(), dropped, setAside: aside };
    },
  };
}
