import type { Client } from '@opensearch-project/opensearch';
import {
  type ConnectUser,
  connectUser,
  connectUserId,
  connectUsersIndex,
} from '../../model/documents/connect-user.ts';

/**
 * What the synced users say of a name. `unsynced`: nothing, because none were ever synced or because they cannot be
 * asked now; that must not stop anybody.
 */
export type Standing =
  | { readonly standing: 'known'; readonly user: ConnectUser }
  | { readonly standing: 'unknown' }
  | { readonly standing: 'unsynced' };

export type UserDirectory = { readonly find: (instanceId: string, username: string) => Promise<Standing> };

const secondMillis = 1000;
/** A new user must not wait long, nor an outage of the directory be felt long. */
const keptMillis = { known: 60 * secondMillis, unknown: 5 * secondMillis, unsynced: 10 * secondMillis };
const mostKept = 10_000;
/** An ingest waits no longer than this for who somebody is. */
const askMillis = 1500;

type Kept = { readonly until: number; readonly answer: Promise<Standing> };

/** The synced users (`connect-users`), asked at most once a minute for each. */
export function makeUserDirectory(search: Client, now: () => number = Date.now): UserDirectory {
  const kept = new Map<string, Kept>();
  return {
    find: (instanceId, username) => {
      const id = connectUserId({ instanceId, username });
      const before = kept.get(id);
      if (before && before.until > now()) return before.answer;
      const answer = ask(search, instanceId, id);
      if (kept.size >= mostKept) kept.clear();
      kept.set(id, { until: now() + keptMillis.known, answer });
      return answer.then(async (found) => {
        // An outage must not make anybody forget what was known.
        const previous = found.standing === 'unsynced' ? await before?.answer : undefined;
        const best = previous ?? found;
        kept.set(id, { until: now() + keptMillis[found.standing], answer: Promise.resolve(best) });
        return best;
      });
    },
  };
}

async function ask(search: Client, instanceId: string, id: string): Promise<Standing> {
  try {
    const options = { ignore: [404], requestTimeout: askMillis, maxRetries: 0 };
    const { body } = await search.get({ index: connectUsersIndex, id }, options);
    const user = body.found ? connectUser.safeParse(body._source).data : undefined;
    if (user && !user.deleted) return { standing: 'known', user };
    if (user) return { standing: 'unknown' };
    return (await anyUser(search, instanceId)) ? { standing: 'unknown' } : { standing: 'unsynced' };
  } catch {
    return { standing: 'unsynced' };
  }
}

async function anyUser(search: Client, instanceId: string): Promise<boolean> {
  const { body } = await search.count(
    {
      index: connectUsersIndex,
      body: { query: { term: { instanceId } } },
      ignore_unavailable: true,
      terminate_after: 1,
    },
    { requestTimeout: askMillis, maxRetries: 0 },
  );
  return body.count > 0;
}
