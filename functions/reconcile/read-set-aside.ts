import * as z from 'zod';
import { isWithin } from '../../model/reconcile/is-within.ts';
import type { SetAsideRecord } from '../../model/reconcile/sources.ts';
import type { Stretch } from '../../model/wfm/interval.ts';
import { readKeptRecords } from '../collect/kept-records.ts';

const object = z.object({ failedAt: z.string(), reason: z.string(), body: z.unknown() });
const kept = z.object({ message: z.record(z.string(), z.unknown()) });
const text = z.string().optional().catch(undefined);
const instant = z.iso.datetime({ offset: true }).optional().catch(undefined);

/** As much as can be read of a record that could not be: whatever is wrong in it is left out. */
const anyRecord = z.object({
  ContactId: text,
  InitiationTimestamp: instant,
  Queue: z.object({ ARN: text, Name: text, EnqueueTimestamp: instant }).optional().catch(undefined),
});

/**
 * The records of an object in the bucket of failed records that are of a day. One of which not even that can be told is,
 * where it was set aside in the day.
 */
export function setAsideOf(key: string, json: string, day: Stretch): readonly SetAsideRecord[] {
  const { failedAt, reason, body } = object.parse(JSON.parse(json));
  const message = kept.safeParse(body).data?.message;
  const records = message && readKeptRecords({ route: '', message, context: { receivedAt: '' } });
  const read = records?.map(({ record }) => recordOf(record)) ?? [{}];
  return read.flatMap((record) => {
    const times = [record.initiatedAt, record.enqueuedAt].filter((at) => at !== undefined);
    const its = times.length > 0 ? times : [failedAt];
    return its.some((at) => isWithin(at, day)) ? [{ key, reason, ...record }] : [];
  });
}

function recordOf(record: unknown): Omit<SetAsideRecord, 'key' | 'reason'> {
  const { ContactId, InitiationTimestamp, Queue = {} } = anyRecord.safeParse(record).data ?? {};
  const { ARN, Name, EnqueueTimestamp } = Queue;
  return {
    ...(ContactId === undefined ? {} : { contactId: ContactId.toLowerCase() }),
    ...(InitiationTimestamp === undefined ? {} : { initiatedAt: InitiationTimestamp }),
    ...(EnqueueTimestamp === undefined ? {} : { enqueuedAt: EnqueueTimestamp }),
    ...(ARN === undefined ? {} : { queueArn: ARN }),
    ...(Name === undefined ? {} : { queue: Name }),
  };
}
