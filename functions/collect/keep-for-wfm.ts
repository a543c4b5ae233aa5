import { contactRecordEssentials } from '../../model/connect/contact-record.ts';
import type { RecordBatches } from '../clients/record-batches.ts';
import type { ArrivedRecord, Clean } from './collect-records.ts';
import { allowedBy, isObject, keepFields } from './keep-fields.ts';

/** What whoever delivers needs of a record: which contact of which time. Nothing about the customer, whatever is collected. */
const allowed = allowedBy([
  ...contactRecordEssentials,
  'Agent.AfterContactWorkDuration',
  'Agent.AgentInteractionDuration',
  'Agent.ARN',
  'Agent.ConnectedToAgentTimestamp',
  'Agent.CustomerHoldDuration',
  'Agent.Username',
  'Channel',
  'DisconnectReason',
  'DisconnectTimestamp',
  'InitiationMethod',
  'Queue.ARN',
  'Queue.Duration',
  'Queue.EnqueueTimestamp',
  'Queue.Name',
  'TransferCompletedTimestamp',
  'TransferredToEndpoint.Type',
]);

/**
 * Puts a batch's contact records into the delivery bucket, as one object. A batch that comes again is the same object.
 *
 * @throws KnownError `unavailable`: then the batch must come again
 */
export async function keepForWfm(
  clean: Clean,
  arrived: readonly ArrivedRecord[],
  batches: RecordBatches,
): Promise<void> {
  const records = arrived.flatMap(({ raw, place }) => {
    const cleaned = isObject(raw) ? clean(raw, place) : undefined;
    return cleaned ? [keepFields(cleaned, allowed)] : [];
  });
  const [first] = arrived;
  const last = arrived.at(-1);
  if (!first || !last || records.length === 0) return;
  await batches.put(keyOf(first, last), records);
}

/** By the day of arrival, the shard, and the sequence numbers of its first and last record. */
function keyOf({ place, receivedAt }: ArrivedRecord, last: ArrivedRecord): string {
  const [shard, number] = place.split(':');
  const day = receivedAt.toISOString().slice(0, 10).replaceAll('-', '/');
  return `${day}/${shard}/${number}-${last.place.split(':')[1]}.json`;
}
