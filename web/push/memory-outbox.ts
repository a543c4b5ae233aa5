import {
  bytesOf,
  failuresToStepBack,
  type Outbox,
  type OutboxLimits,
  rememberDeliveredMillis,
  type Waiting,
} from './waiting.ts';

/**
 * An outbox for what the browser does not keep (private windows of some, storage switched off, no room): it lives as
 * long as the page. The same rules as the one in IndexedDB, which is tested against it.
 */
export function memoryOutbox(limits: OutboxLimits, now: () => number): Outbox {
  const waiting = new Map<string, Waiting>();
  /** Keys of what the server has, or refused, and since when. */
  const done = new Map<string, number>();
  let nextId = 1;
  let dropped = 0;
  let aside = 0;
  const bytes = () => [...waiting.values()].reduce((sum, entry) => sum + entry.bytes, 0);
  const drop = (entry: Waiting) => {
    waiting.delete(entry.key);
    dropped++;
  };
  return {
    kept: false,
    async add(letter) {
      if (waiting.has(letter.key) || done.has(letter.key)) return false;
      const entry = { ...letter, id: nextId++, bytes: bytesOf(letter.message), at: now(), failures: 0 };
      waiting.set(entry.key, entry);
      for (const oldest of waiting.values()) {
        if (bytes() <= limits.maxBytes) break;
        drop(oldest);
      }
      return true;
    },
    async next(busy) {
      const free = [...waiting.values()].filter((entry) => !busy.has(entry.key));
      return free.find((entry) => entry.failures < failuresToStepBack) ?? free[0];
    },
    async delivered(key) {
      waiting.delete(key);
      done.set(key, now());
      for (const [old, at] of done) if (at <= now() - rememberDeliveredMillis) done.delete(old);
    },
    async setAside(key) {
      if (waiting.delete(key)) aside++;
      done.set(key, now());
    },
    async failed(key) {
      const entry = waiting.get(key);
      if (entry) waiting.set(key, { ...entry, failures: entry.failures + 1 });
    },
    async expire() {
      for (const entry of waiting.values()) if (entry.at < now() - limits.maxAgeMillis) drop(entry);
    },
    async totals() {
      return { waiting: waiting.size, bytes: bytes(), dropped, setAside: aside };
    },
  };
}
