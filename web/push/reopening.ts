import type { Clock } from './clock.ts';

/** After the browser gave no database it is not asked again for so long. */
const pauseMillis = 30_000;
/** Some browsers never answer (https://bugs.webkit.org/show_bug.cgi?id=226547). */
const patienceMillis = 5000;

/** Does some work with the database; undefined where the browser gives none now, or the work fails in it twice. */
export type Database<Db> = <Result>(
  work: (db: Db) => Promise<Result>,
) => Promise<{ readonly result: Result } | undefined>;

/**
 * A database that is opened when it is needed, and again where it was closed: browsers close it when the user clears
 * what a site keeps, when the disk is full or the profile's file is broken (`terminated` of idb), and a page closes it itself
 * for a newer one that upgrades it (`blocking`). All of that shows in the next work's failure.
 *
 * @param open throws where the browser gives no database: none in some private windows, or one of a newer page's version
 */
export function reopening<Db extends { close(): void }>(
  open: () => Promise<Db>,
  clock: Pick<Clock, 'now' | 'sleep'>,
): Database<Db> {
  let opened: Promise<Db> | undefined;
  let silentUntil = Number.NEGATIVE_INFINITY;
  const forget = (which: Promise<Db>) => {
    if (opened === which) opened = undefined;
  };
  const give = async (): Promise<{ readonly db: Db; readonly forget: () => void } | undefined> => {
    if (clock.now() < silentUntil) return undefined;
    opened ??= inTime(open(), clock);
    const its = opened;
    try {
      return { db: await its, forget: () => forget(its) };
    } catch {
      forget(its);
      silentUntil = clock.now() + pauseMillis;
      return undefined;
    }
  };
  return async (work) => {
    for (let attempt = 0; attempt < 2; attempt++) {
      const its = await give();
      if (!its) return undefined;
      try {
        return { result: await work(its.db) };
      } catch {
        its.forget();
        its.db.close();
      }
    }
    return undefined;
  };
}

async function inTime<Db extends { close(): void }>(
  opening: Promise<Db>,
  clock: Pick<Clock, 'sleep'>,
): Promise<Db> {
  const answered = new AbortController();
  const tooLate = clock.sleep(patienceMillis, answered.signal).then(() => undefined);
  try {
    const db = await Promise.race([opening, tooLate]);
    if (db) return db;
  } finally {
    answered.abort();
  }
  // Nobody would use it any more.
  opening.then((db) => db.close()).catch(() => {});
  throw new Error('The browser does not open the database');
}
