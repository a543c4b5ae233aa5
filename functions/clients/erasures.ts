import type { Client } from '@opensearch-project/opensearch';
import { type Erasure, erasureIdentity, erasuresIndex, type Subject } from '../../model/documents/erasure.ts';
import { documentId } from '../enrich/document-id.ts';
import { KnownError } from '../errors.ts';

/** What a message is about, as far as erasing goes. */
export type About = {
  readonly agent: string;
  readonly contactId?: string | undefined;
  /** When it began, by the server's clock: the page's may be wrong. */
  readonly startedAt: string;
};

/** Whose data were erased, for whoever stores messages. */
export type Erasures = {
  /**
   * Whether a message is about a contact that was erased, or about the time before its agent was.
   *
   * @throws KnownError `unavailable` when that cannot be known now
   */
  readonly cover: (about: About) => Promise<boolean>;
};

/** Whoever erases waits as long, so that nobody stores what they could not know of. */
export const erasuresKeptMillis = 10_000;
const askMillis = 1500;
/** After nobody answered, nobody is asked for so long: not every message of an outage shall wait. */
const silentMillis = 2000;
/** The most that one search gives (OpenSearch's `index.max_result_window`). */
const mostAtOnce = 10_000;
/** Marks are asked for from so long before the newest known: a mark is written a moment after its time, by any clock. */
const overlapMillis = 3_600_000;
/** A page's clock is not corrected where it is less wrong than this (enrich/clock-skew.ts): then rather erase too much. */
const toleranceMillis = 30_000;

/** The erasures that the search service has; the new ones are asked for at most every 10 s. */
export function makeErasures(search: Pick<Client, 'search'>, now: () => number = Date.now): Erasures {
  const known = new Map<string, number>();
  let newest = 0;
  let asked = { until: Number.NEGATIVE_INFINITY, done: Promise.resolve() };
  const load = async () => {
    try {
      for (const [id, erasedAt] of await marksSince(search, Math.max(0, newest - overlapMillis))) {
        known.set(id, erasedAt);
        newest = Math.max(newest, erasedAt);
      }
    } catch (cause) {
      // What was known is not enough: somebody may have been erased since.
      asked = { ...asked, until: now() + silentMillis };
      throw new KnownError('unavailable', 'The search service cannot be asked what was erased.', { cause });
    }
  };
  return {
    cover: async ({ agent, contactId, startedAt }) => {
      if (asked.until <= now()) asked = { until: now() + erasuresKeptMillis, done: load() };
      await asked.done;
      if (known.size === 0) return false;
      if (contactId !== undefined && known.has(erasureId({ contact: contactId }))) return true;
      const erasedAt = known.get(erasureId({ agent }));
      return erasedAt !== undefined && Date.parse(startedAt) <= erasedAt + toleranceMillis;
    },
  };
}

/** Under which an erasure is stored. */
export function erasureId(subject: Subject): string {
  return documentId(erasureIdentity(subject));
}

/** The marks from a time on, however many; newest first, so that one written meanwhile moves none out of sight. */
async function marksSince(
  search: Pick<Client, 'search'>,
  since: number,
): Promise<ReadonlyMap<string, number>> {
  const marks = new Map<string, number>();
  for (let upTo: number | undefined; ; ) {
    const range = { gte: since, ...(upTo === undefined ? {} : { lte: upTo }), format: 'epoch_millis' };
    const { body } = await search.search(
      {
        index: erasuresIndex,
        ignore_unavailable: true,
        body: {
          size: mostAtOnce,
          query: { range: { erasedAt: range } },
          sort: [{ erasedAt: 'desc' }],
        } as object,
      },
      { requestTimeout: askMillis, maxRetries: 0 },
    );
    for (const { _id, _source } of body.hits.hits) {
      upTo = Date.parse((_source as Erasure).erasedAt);
      marks.set(String(_id), upTo);
    }
    // Those of the very same millisecond come again; an erasure takes longer than that.
    if (body.hits.hits.length < mostAtOnce) return marks;
  }
}
