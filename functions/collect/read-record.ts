import type { QueueName } from '../../model/documents/connect-instance.ts';
import { daysOf } from '../../model/settings/retention.ts';
import { describeError } from '../edge/describe-error.ts';
import { faultsOf } from '../edge/faults.ts';
import { KnownError } from '../errors.ts';
import type { IngestDeps } from '../ingest/ingest-deps.ts';
import type { KeptRecord } from './kept-records.ts';
import type { Collected, Source } from './source.ts';

const dayMillis = 86_400_000;

/**
 * What became of reading a record: what it comes to, why it can never be stored, or why it is passed over: `expired` (it
 * would be deleted at once), `erased`, of another `instance`.
 */
export type ReadRecord =
  | { readonly collected: Collected }
  | { readonly reason: string; readonly detail: string }
  | { readonly passedOver: 'expired' | 'erased' | 'instance' };

export type ReadingDeps = Pick<IngestDeps, 'config' | 'erasures' | 'now'>;

/**
 * Reads a cleaned record. What nobody foresaw in one must not stop the others.
 *
 * @param queueName of a queue that the record gives the ARN of alone
 * @throws KnownError `unavailable` when it cannot be known now whether it was erased
 */
export async function readRecord<Clean>(
  source: Source<Clean>,
  kept: KeptRecord,
  queueName: QueueName,
  deps: ReadingDeps,
): Promise<ReadRecord> {
  try {
    return await readWhole(source, kept, queueName, deps);
  } catch (error) {
    if (error instanceof KnownError) throw error;
    return { reason: 'unforeseen', detail: JSON.stringify(describeError(error)) };
  }
}

async function readWhole<Clean>(
  source: Source<Clean>,
  { record, receivedAt }: KeptRecord,
  queueName: QueueName,
  { config, erasures, now = Date.now }: ReadingDeps,
): Promise<ReadRecord> {
  const { data, error } = source.schema.safeParse(record);
  if (error) {
    const faults = faultsOf(error).map(({ path, message }) => `${path} ${message}.`);
    return { reason: 'invalid', detail: faults.join(' ') };
  }
  const its = { receivedAt, instanceId: config.instanceId, queueName };
  const erased: string[] = [];
  const wholly = source.collect(data, { ...its, erased });
  const age = now() - wholly.at.getTime();
  // The index would be one of a time that has not come; nothing would ever delete it.
  if (age < -dayMillis) return { reason: 'invalid', detail: 'It is more than a day in the future.' };
  if (wholly.instanceId !== config.instanceId) return { passedOver: 'instance' };
  if (age > daysOf(config, source.kind) * dayMillis) return { passedOver: 'expired' };
  if (await erasures.cover(wholly.about)) return { passedOver: 'erased' };
  for (const contactId of source.mentions?.(data) ?? []) {
    const { startedAt } = wholly.about;
    if (await erasures.cover({ agent: '', contactId, startedAt })) erased.push(contactId);
  }
  return { collected: erased.length > 0 ? source.collect(data, { ...its, erased }) : wholly };
}
