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

/** Nobody answered: for so long nobody is asked, so that not every agent's message waits for an outage. */
const silentMillis = 10_000;
const unsynced: Standing = { standing: 'unsynced' };

/** The synced users (`connect-users`), asked at most once a minute for each. */
export function makeUserDirectory(search: Client, now: () => number = Date.now): UserDirectory {
  const kept = new Map<string, Kept>();
  let silentUntil = Number.NEGATIVE_INFINITY;
  return {
    find: async (instanceId, username) => {
      const id = connectUserId({ instanceId, username });
      const before = kept.get(id);
      if (before && before.until > now()) return before.answer;
      // An outage must not make anybody forget what was known.
      const otherwise = before?.answer ?? unsynced;
      if (now() < silentUntil) return otherwise;
      const answer = ask(search, instanceId, id).then((found) => {
        if (!found) silentUntil = now() + silentMillis;
        return found ?? otherwise;
      });
      if (kept.size >= mostKept) kept.clear();
      kept.set(id, { until: now() + keptMillis.known, answer });
      const { standing } = await answer;
      kept.set(id, { until: now() + keptMillis[now() < silentUntil ? 'unsynced' : standing], answer });
      return answer;
    },
  };
}

/** Undefined when nobody answers. */
async function ask(search: Client, instanceId: string, id: string): Promise<Standing | undefined> {
  try {
    const options = { ignore: [404], requestTimeout: askMillis, maxRetries: 0 };
    const { body } = await search.get({ index: connectUsersIndex, id }, options);
    const user = body.found ? connectUser.safeParse(body._source).data : undefined;
    if (user && !user.deleted) return { standing: 'known', user };
    if (user) return { standing: 'unknown' };
    return (await anyUser(search, instanceId)) ? { standing: 'unknown' } : unsynced;
  } catch {
    return undefined;
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
