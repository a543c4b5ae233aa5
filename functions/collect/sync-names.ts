import { isDeepStrictEqual } from 'node:util';
import {
  type ConnectInstance,
  connectInstance,
  connectInstancesIndex,
} from '../../model/documents/connect-instance.ts';
import type { NamesFound } from '../clients/connect-names.ts';
import type { DocumentStore } from '../clients/document-store.ts';

export type NamesSync = {
  readonly instanceId: string;
  readonly find: () => Promise<NamesFound>;
  readonly store: DocumentStore;
  readonly now?: () => number;
};

/** What a sync came to. */
export type NamesSynced = {
  readonly queues: number;
  /** Whether anything had to be written. */
  readonly changed: boolean;
  /** Of the Connect API. */
  readonly requests: number;
};

const writeMillis = 30_000;

/**
 * Makes the synced names of queues and of the hierarchy's levels those that Connect has, and writes only what changed. A
 * queue that is gone stays, marked: contacts of before are of it.
 *
 * @throws Error when Connect or the search service cannot be asked, or does not take them
 */
export async function syncNames({
  instanceId,
  find,
  store,
  now = Date.now,
}: NamesSync): Promise<NamesSynced> {
  const place = { index: connectInstancesIndex, id: instanceId };
  const [found, [stored]] = await Promise.all([find(), store.read([place], now() + writeMillis)]);
  const before = connectInstance.safeParse(stored?.source).data;
  const document = afterSync(instanceId, before, found, new Date(now()));
  const { requests, queues } = found;
  const done = { queues: queues.length, requests };
  if (isDeepStrictEqual({ ...before, syncedAt: document.syncedAt }, document)) {
    return { ...done, changed: false };
  }
  // Of two syncs at once the one that read first is as right as the other.
  const [outcome] = await store.write([{ ...place, document, replaces: 'any' }], now() + writeMillis);
  if (outcome?.outcome !== 'written') {
    throw new Error(`The search service does not take the names: ${JSON.stringify(outcome)}`);
  }
  return { ...done, changed: true };
}

function afterSync(
  instanceId: string,
  before: ConnectInstance | undefined,
  { hierarchyLevels, queues }: NamesFound,
  now: Date,
): ConnectInstance {
  const there = new Set(queues.map(({ id }) => id));
  const gone = (before?.queues ?? []).filter(({ id }) => !there.has(id));
  return {
    instanceId,
    hierarchyLevels,
    queues: [
      ...queues.map((queue) => ({ ...queue, deleted: false })),
      ...gone.map((queue) => ({ ...queue, deleted: true })),
    ].sort((a, b) => (a.id < b.id ? -1 : 1)),
    syncedAt: now.toISOString(),
  };
}
