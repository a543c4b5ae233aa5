import { noQueueName, queueNames } from '../../model/documents/connect-instance.ts';
import type { IngestDeps } from '../ingest/ingest-deps.ts';
import type { KeptRecord } from './kept-records.ts';
import { type ReadingDeps, readRecord } from './read-record.ts';
import type { Collected, Source } from './source.ts';
import { type CollectedWrites, type CollectedWriting, writeCollected } from './write-collected.ts';

export type StoringDeps = ReadingDeps &
  Pick<IngestDeps, 'indexChoice' | 'askJoin' | 'telemetry' | 'instance'> & {
    readonly writing: CollectedWriting;
  };

/** A record that can never be stored as it is, and why. */
export type RefusedRecord = KeptRecord & { readonly reason: string; readonly detail?: string };

/**
 * Stores cleaned records of a source, all in one request to the search service, and asks that their contacts are joined.
 * However often and in whatever order they come, the same is stored.
 *
 * @param deadline until when the service may be asked again, in epoch milliseconds
 * @returns those that can never be stored
 * @throws KnownError `unavailable`: then not all is stored, or it is and nobody was asked to join
 */
export async function storeRecords<Clean>(
  source: Source<Clean>,
  records: readonly KeptRecord[],
  deps: StoringDeps,
  deadline: number,
): Promise<readonly RefusedRecord[]> {
  const names = await deps.instance(deps.config.instanceId);
  const queueName = names ? queueNames(names) : noQueueName;
  const read = await Promise.all(records.map((record) => readRecord(source, record, queueName, deps)));
  const refused = new Map<number, { reason: string; detail?: string }>();
  const collected: Found[] = [];
  for (const [i, its] of read.entries()) {
    if ('collected' in its) collected.push({ i, ...its.collected });
    else if ('reason' in its) refused.set(i, its);
    else deps.telemetry.count('PassedOver', 1, { route: source.route, reason: its.passedOver });
  }
  const writes = await placesOf(collected, deps, deadline);
  for (const [i, its] of await writeCollected(writes, deps.writing, deadline)) refused.set(i, its);
  // Also of repeats: whoever stored them may not have come to asking.
  await askFor(source, collected, deps);
  deps.telemetry.count('Collected', collected.length, { route: source.route });
  return [...refused].flatMap(([i, why]) => {
    const record = records[i];
    return record ? [{ ...record, ...why }] : [];
  });
}

type Found = Collected & { readonly i: number };

async function placesOf(
  collected: readonly Found[],
  { indexChoice }: StoringDeps,
  deadline: number,
): Promise<CollectedWrites> {
  const dated = collected.flatMap(({ documents, contacts }) => [...documents, ...contacts]);
  if (dated.length === 0) return { documents: [], contacts: [] };
  const indexOf = await indexChoice(dated, deadline);
  return {
    documents: [
      ...collected.flatMap(({ i, documents }) =>
        documents.map((its) => ({
          of: [i],
          write: { index: indexOf(its), id: its.id, document: its.document },
        })),
      ),
      ...newestStates(collected),
    ],
    contacts: collected.flatMap(({ i, contacts }) =>
      contacts.map((its) => ({ of: [i], index: indexOf(its), id: its.id, part: its.part })),
    ),
  };
}

/** Of an agent with several events in one batch, the newest; of the same instant, the one that came last. */
function newestStates(collected: readonly Found[]): CollectedWrites['documents'] {
  const byId = new Map<string, CollectedWrites['documents'][number] & { asOf: number }>();
  for (const { i, states } of collected) {
    for (const write of states) {
      const before = byId.get(write.id);
      const { asOf } = write.replaces;
      if (!before || before.asOf <= asOf) byId.set(write.id, { of: [i], write, asOf });
    }
  }
  return [...byId.values()];
}

async function askFor<Clean>(
  { askAgainSeconds }: Source<Clean>,
  collected: readonly Found[],
  { askJoin }: StoringDeps,
): Promise<void> {
  const ask = {
    contactIds: collected.flatMap(({ ask: { contactIds = [] } }) => contactIds),
    agentTimes: collected.flatMap(({ ask: { agentTimes = [] } }) => agentTimes),
  };
  if (!askJoin || ask.contactIds.length + ask.agentTimes.length === 0) return;
  await askJoin(ask);
  if (askAgainSeconds) await askJoin(ask, askAgainSeconds);
}
