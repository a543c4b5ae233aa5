import type { Clock } from './clock.ts';
import { memoryOutbox } from './memory-outbox.ts';
import { databaseOutbox } from './outbox.ts';
import { type OutboxDatabase, openOutboxDatabase } from './outbox-database.ts';
import { reopening } from './reopening.ts';
import { failuresToStepBack, type Outbox, type OutboxLimits } from './waiting.ts';

/** An outbox that does not fail, whatever the browser does with what the page keeps. */
export type LastingOutbox = Outbox & {
  /** Aborted when `kept` changes. */
  readonly untilChanged: () => AbortSignal;
  /** Gives the browser its database back. What is put in afterwards is in the page's memory alone. */
  readonly close: () => void;
};

/**
 * The outbox of this browser: shared by all tabs, kept over reloads, within `limits`. What the browser does not keep
 * is in the page's memory, and goes first; no other tab knows of it, so while there is any, or no database, it is not
 * `kept` and this tab must send it itself.
 */
export function lastingOutbox(
  limits: OutboxLimits,
  clock: Pick<Clock, 'now' | 'sleep'>,
  open: () => Promise<OutboxDatabase> = openOutboxDatabase,
): LastingOutbox {
  const memory = memoryOutbox(limits, clock.now);
  const database = reopening(open, clock);
  let kept = true;
  let changed = new AbortController();
  const note = async (isThere: boolean) => {
    const isKept = isThere && (await memory.totals()).waiting === 0;
    if (isKept === kept) return;
    kept = isKept;
    changed.abort();
    changed = new AbortController();
  };
  const inDatabase = async <Result>(work: (outbox: Outbox) => Promise<Result>) => {
    const done = await database((db) => work(databaseOutbox(db, limits, clock.now)));
    await note(done !== undefined);
    return done;
  };
  /** In both: only one of them has it, but each must know the key. */
  const inBoth = async (work: (outbox: Outbox) => Promise<void>) => {
    await work(memory);
    await inDatabase(work);
  };
  return {
    get kept() {
      return kept;
    },
    untilChanged: () => changed.signal,
    close: database.close,
    async add(letter) {
      const done = await inDatabase((outbox) => outbox.add(letter));
      if (done) return done.result;
      const isNew = await memory.add(letter);
      await note(false);
      return isNew;
    },
    async next(busy) {
      const here = await memory.next(busy);
      if (here && here.failures < failuresToStepBack) return here;
      return (await inDatabase((outbox) => outbox.next(busy)))?.result ?? here;
    },
    delivered: (key) => inBoth((outbox) => outbox.delivered(key)),
    setAside: (key, reason) => inBoth((outbox) => outbox.setAside(key, reason)),
    failed: (key) => inBoth((outbox) => outbox.failed(key)),
    expire: () => inBoth((outbox) => outbox.expire()),
    async totals() {
      const here = await memory.totals();
      const there = (await inDatabase((outbox) => outbox.totals()))?.result;
      if (!there) return here;
      return {
        waiting: here.waiting + there.waiting,
        bytes: here.bytes + there.bytes,
        dropped: here.dropped + there.dropped,
        setAside: here.setAside + there.setAside,
      };
    },
  };
}
