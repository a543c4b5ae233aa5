import { noQueueName } from '../../model/documents/connect-instance.ts';
import type { DeliveryBucket } from '../clients/delivery-bucket.ts';
import type { Clean } from '../collect/collect-records.ts';
import { contactRecordSource } from '../collect/contact-record-source.ts';
import { decodeObject } from '../collect/decode-object.ts';
import { isObject } from '../collect/keep-fields.ts';
import { type ReadingDeps, readRecord } from '../collect/read-record.ts';
import { splitJson } from '../collect/split-json.ts';

/** A contact that must be in the files of the hours in which it began and came into its queue, as of a time at least. */
export type ExpectedContact = {
  readonly contactId: string;
  readonly updatedAt: string;
  /** In epoch milliseconds. */
  readonly times: readonly number[];
};

export type BatchDeps = ReadingDeps & {
  readonly bucket: Pick<DeliveryBucket, 'open'>;
  readonly clean: Clean;
};

/**
 * What an object of contact records says must be in files: nothing of records that can never be stored, were erased, or
 * are too old. Of one that is not there any more nothing.
 *
 * @throws KnownError `unavailable`, or what the AWS SDK throws
 */
export async function readBatch(key: string, deps: BatchDeps): Promise<readonly ExpectedContact[]> {
  const bytes = await deps.bucket.open(key);
  if (!bytes) return [];
  const expected: ExpectedContact[] = [];
  for await (const text of splitJson(decodeObject(bytes))) {
    const raw = parse(text);
    const record = isObject(raw) ? deps.clean(raw, key) : undefined;
    if (!record) continue;
    const receivedAt = new Date((deps.now ?? Date.now)());
    const read = await readRecord(contactRecordSource, { record, receivedAt }, noQueueName, deps);
    if (!('collected' in read)) continue;
    for (const { part } of read.collected.contacts) {
      const times = [part.initiatedAt, part.enqueuedAt].flatMap((at) => (at ? [Date.parse(at)] : []));
      expected.push({ contactId: part.contactId, updatedAt: part.updatedAt, times });
    }
  }
  return expected;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
