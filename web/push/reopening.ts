/** After the browser gave no database it is not asked again for so long. */
const pauseMillis = 30_000;

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
 * @param now epoch milliseconds
 */
export function reopening<Db extends { close(): void }>(
  open: () => Promise<Db>,
  now: () => number,
): Database<Db> {
  let opened: Promise<Db> | undefined;
  let silentUntil = Number.NEGATIVE_INFINITY;
  const forget = (which: Promise<Db>) => {
    if (opened === which) opened = undefined;
  };
  const give = async (): Promise<{ readonly db: Db; readonly forget: () => void } | undefined> => {
    if (now() < silentUntil) return undefined;
    opened ??= open();
    const its = opened;
    try {
      return { db: await its, forget: () => forget(its) };
    } catch {
      forget(its);
      silentUntil = now() + pauseMillis;
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
