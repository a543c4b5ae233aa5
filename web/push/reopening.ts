import type { Clock } from './clock.ts';

/** After the browser gave no database it is not asked again for so long. */
const pauseMillis = 30_000;
/**
 * Some browsers never answer (https://bugs.webkit.org/show_bug.cgi?id=226547); a busy machine with a slow disk takes
 * longer than one would think, above all after a crash.
 */
const patienceMillis = 15_000;

/** Does some work with the database; undefined where the browser gives none now, or the work fails in it twice. */
export type Database<Db> = {
  <Result>(work: (db: Db) => Promise<Result>): Promise<{ readonly result: Result } | undefined>;
  /** Gives the database back: from now on there is none. */
  close(): void;
};

/**
 * A database that is opened when it is needed, and again where it was closed: browsers close it when the user clears
 * what a site keeps, when the disk is full or the profile's file is broken (`terminated` of idb), and a page closes it itself
 * for a newer one that upgrades it (`blocking`). All of that shows in the next work's failure.
 *
 * A browser that does not answer is waited for once. What it opens later is used from then on.
 *
 * @param open throws where the browser gives no database: none in some private windows, or one of a newer page's version
 */
export function reopening<Db extends { close(): void }>(
  open: () => Promise<Db>,
  clock: Pick<Clock, 'now' | 'sleep'>,
): Database<Db> {
  let opening: Opening<Db> | undefined;
  let silentUntil = Number.NEGATIVE_INFINITY;
  let closed = false;
  const forget = (which: Opening<Db>) => {
    if (opening === which) opening = undefined;
  };
  const begin = (): Opening<Db> => {
    const begun: Opening<Db> = { db: undefined, awaited: Promise.resolve() };
    const answer = open().then(
      (db) => {
        if (closed) db.close();
        else begun.db = db;
      },
      () => {
        forget(begun);
        silentUntil = clock.now() + pauseMillis;
      },
    );
    begun.awaited = inTime(answer, clock);
    return begun;
  };
  const give = async (): Promise<Opening<Db> | undefined> => {
    if (closed || clock.now() < silentUntil) return undefined;
    opening ??= begin();
    const its = opening;
    await its.awaited;
    return its;
  };
  const close = () => {
    closed = true;
    opening?.db?.close();
    opening = undefined;
  };
  return Object.assign(use, { close });

  async function use<Result>(
    work: (db: Db) => Promise<Result>,
  ): Promise<{ readonly result: Result } | undefined> {
    for (let attempt = 0; attempt < 2; attempt++) {
      const its = await give();
      if (!its?.db) return undefined;
      try {
        return { result: await work(its.db) };
      } catch {
        forget(its);
        its.db.close();
      }
    }
    return undefined;
  }
}

/** A database that the browser was asked for. */
type Opening<Db> = {
  /** Undefined until the browser gives it. */
  db: Db | undefined;
  /** Resolves when the browser has answered, or is not waited for any more. */
  awaited: Promise<void>;
};

async function inTime(answer: Promise<void>, clock: Pick<Clock, 'sleep'>): Promise<void> {
  const answered = new AbortController();
  await Promise.race([answer, clock.sleep(patienceMillis, answered.signal)]);
  answered.abort();
}
