import {
  type ConnectInstance,
  connectInstance,
  connectInstancesIndex,
} from '../../model/documents/connect-instance.ts';
import type { DocumentStore } from './document-store.ts';

/** What the instance calls things, as it was synced last; undefined where it never was, or cannot be asked now. */
export type InstanceDirectory = (instanceId: string) => Promise<ConnectInstance | undefined>;

/** Names change a few times a year; the sync that brings a new one runs every quarter of an hour. */
const keptMillis = 60_000;
/** Who stores something waits no longer than this for a name. */
const askMillis = 1500;

type Asked = { readonly until: number; readonly answer: Promise<ConnectInstance | undefined> };

/**
 * The synced names (`connect-instances`), asked at most once a minute. Never in anybody's way: while nobody answers, it
 * says what it knew.
 */
export function makeInstanceDirectory(
  store: Pick<DocumentStore, 'read'>,
  now: () => number = Date.now,
): InstanceDirectory {
  const asked = new Map<string, Asked>();
  return (instanceId) => {
    const before = asked.get(instanceId);
    if (before && before.until > now()) return before.answer;
    const answer = ask(store, instanceId, now() + askMillis).catch(() => before?.answer);
    asked.set(instanceId, { until: now() + keptMillis, answer });
    return answer;
  };
}

async function ask(store: Pick<DocumentStore, 'read'>, id: string, deadline: number) {
  const [found] = await store.read([{ index: connectInstancesIndex, id }], deadline);
  return connectInstance.safeParse(found?.source).data;
}
