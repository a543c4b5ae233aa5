import { Client } from '@opensearch-project/opensearch';
import { connectUserId, connectUsersIndex } from '../../../model/documents/connect-user.ts';
import { connectUserOf } from '../../fleet/users.ts';
import type { Agent, Organisation } from '../../organisation.ts';
import { SendQueue } from './queue.ts';

/** Keeps the agents among the synced users, guests too: the ingest takes nothing from a user it does not know. */
export class SyncedUsers {
  readonly #client: Client;
  readonly #organisation: Organisation;
  readonly #queue = new SendQueue('connect-users');

  constructor(opensearchUrl: string, organisation: Organisation) {
    this.#client = new Client({ node: opensearchUrl });
    this.#organisation = organisation;
  }

  /** Writes or renews the agents' documents. */
  sync(agents: readonly Agent[]): void {
    const users = agents.map((agent) => connectUserOf(agent, this.#organisation.instanceId, new Date()));
    const body = users.flatMap((user) => [
      { index: { _index: connectUsersIndex, _id: connectUserId(user) } },
      user,
    ]);
    this.#queue.add(async () => {
      const answer = await this.#client.bulk({ body, refresh: 'true' });
      if (answer.body.errors) throw new Error('the search service refused some agents');
    });
  }

  async stop(): Promise<void> {
    await this.#queue.drained();
    await this.#client.close();
  }
}
