import type { Client } from '@opensearch-project/opensearch';
import { type Erasure, erasureIdentity, erasuresIndex, type Subject } from '../../model/documents/erasure.ts';
import { documentId } from '../enrich/document-id.ts';
import { KnownError } from '../errors.ts';

/** What a message is about, as far as erasing goes. */
export type About = { readonly agent: string; readonly contactId?: string; readonly startedAt: string };

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
const mostErasures = 10_000;

type Known = ReadonlyMap<string, number>;

/** The erasures that the search service has, asked for at most every 10 s. */
export function makeErasures(search: Pick<Client, 'search'>, now: () => number = Date.now): Erasures {
  let kept: { readonly until: number; readonly known: Promise<Known> } | undefined;
  const load = () => {
    const before = kept?.known;
    const known = ask(search).catch(async (cause: unknown) => {
      // What was known stays true; without any, nobody can say.
      if (before) return before;
      kept = undefined;
      throw new KnownError('unavailable', 'The search service cannot be asked what was erased.', { cause });
    });
    kept = { until: now() + erasuresKeptMillis, known };
    return known;
  };
  return {
    cover: async ({ agent, contactId, startedAt }) => {
      const known = await (kept && kept.until > now() ? kept.known : load());
      if (known.size === 0) return false;
      if (contactId !== undefined && known.has(erasureId({ contact: contactId }))) return true;
      const erasedAt = known.get(erasureId({ agent }));
      return erasedAt !== undefined && Date.parse(startedAt) <= erasedAt;
    },
  };
}

/** Under which an erasure is stored. */
export function erasureId(subject: Subject): string {
  return documentId(erasureIdentity(subject));
}

async function ask(search: Pick<Client, 'search'>): Promise<Known> {
  const { body } = await search.search(
    {
      index: erasuresIndex,
      ignore_unavailable: true,
      body: { size: mostErasures, sort: [{ erasedAt: 'desc' }] } as object,
    },
    { requestTimeout: askMillis, maxRetries: 0 },
  );
  return new Map(
    body.hits.hits.map(({ _id, _source }) => [String(_id), Date.parse((_source as Erasure).erasedAt)]),
  );
}
