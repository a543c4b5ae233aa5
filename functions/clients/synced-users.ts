import type { Client } from '@opensearch-project/opensearch';
import * as z from 'zod';
import {
  type ConnectUser,
  connectUser,
  connectUserId,
  connectUsersIndex,
} from '../../model/documents/connect-user.ts';

/** The users that are synced (`connect-users`). All throw Error when the search service refuses or cannot be reached. */
export type SyncedUsers = {
  /** All of an instance, the deleted ones too. */
  readonly all: (instanceId: string) => Promise<readonly ConnectUser[]>;
  /** The same, for whoever may not refresh: without what was written in the last second. */
  readonly known: (instanceId: string) => Promise<readonly ConnectUser[]>;
  readonly write: (users: readonly ConnectUser[]) => Promise<void>;
};

const pageSize = 1000;

const answer = z.object({
  hits: z.object({ hits: z.array(z.object({ _source: connectUser, sort: z.array(z.string()) })) }),
});

export function makeSyncedUsers(search: Client): SyncedUsers {
  return {
    all: async (instanceId) => {
      // What was written a moment ago by another run must be seen.
      await search.indices.refresh({ index: connectUsersIndex });
      return allUsers(search, instanceId);
    },
    known: (instanceId) => allUsers(search, instanceId),
    write: async (users) => {
      for (let first = 0; first < users.length; first += pageSize) {
        await writeUsers(search, users.slice(first, first + pageSize));
      }
    },
  };
}

async function allUsers(search: Client, instanceId: string): Promise<ConnectUser[]> {
  const users: ConnectUser[] = [];
  for (let after: string[] | undefined; ; ) {
    const { body } = await search.search({
      index: connectUsersIndex,
      body: {
        size: pageSize,
        track_total_hits: false,
        query: { term: { instanceId } },
        sort: [{ username: 'asc' }],
        ...(after ? { search_after: after } : {}),
      } as object,
    });
    const { hits } = answer.parse(body).hits;
    users.push(...hits.map(({ _source }) => _source));
    after = hits.at(-1)?.sort;
    if (hits.length < pageSize) return users;
  }
}

async function writeUsers(search: Client, users: readonly ConnectUser[]): Promise<void> {
  const { body } = await search.bulk({
    body: users.flatMap((user) => [{ index: { _index: connectUsersIndex, _id: connectUserId(user) } }, user]),
  });
  const refused = body.items.find((item) => item.index?.error)?.index?.error;
  if (refused) throw new Error(`The search service does not take a user: ${refused.type}`);
}
