import type { SQSRecord } from 'aws-lambda';
import type { IngestQueue } from '../clients/queue.ts';
import type { Gauges } from '../edge/telemetry.ts';
import { errorKinds, KnownError } from '../errors.ts';
import type { IngestDeps } from './ingest-deps.ts';
import { readKept } from './kept-message.ts';
import { type SettingAside, setMessageAside } from './set-message-aside.ts';
import { storeKept } from './store-kept.ts';

export type QueuedDeps = IngestDeps &
  SettingAside & {
    readonly queue: Pick<IngestQueue, 'postpone'>;
    readonly gauges: Gauges;
    readonly now?: () => number;
  };

/** First almost at once, for most outages are short; at last every quarter of an hour, for a day is long. */
const firstPauseSeconds = 2;
const longestPauseSeconds = 900;

/**
 * Stores a message that waited in the queue. What can never be stored goes into the bucket of failed records.
 *
 * @param deadline in epoch milliseconds
 * @throws Error when it can be neither stored nor set aside now: then it is postponed, longer each time
 */
export async function storeQueued(record: SQSRecord, deps: QueuedDeps, deadline: number): Promise<void> {
  try {
    await storeOrSetAside(record.body, deps, deadline);
  } catch (error) {
    deps.gauges.measure({ name: 'QueuedAge', value: ageSeconds(record, deps.now), unit: 'Seconds' });
    await deps.queue.postpone(record.receiptHandle, pauseSeconds(record));
    throw error;
  }
}

async function storeOrSetAside(body: string, deps: QueuedDeps, deadline: number): Promise<void> {
  const kept = readKept(body);
  if (!kept) return setMessageAside(body, { reason: 'unreadable' }, deps);
  try {
    const stored = await storeKept(kept, deps, deadline);
    deps.telemetry.count('StoredLater', stored, { route: kept.route });
  } catch (error) {
    if (!(error instanceof KnownError) || errorKinds[error.kind].status >= 500) throw error;
    const faults = error.faults.map(({ path, message }) => `${path} ${message}.`);
    await setMessageAside(body, { reason: error.kind, detail: [error.message, ...faults].join(' ') }, deps);
  }
}

/** For how long it has been in the queue. What SQS itself says of the oldest leaves out what was tried three times. */
function ageSeconds({ attributes }: SQSRecord, now = Date.now): number {
  return Math.max(0, (now() - Number(attributes.SentTimestamp)) / 1000);
}

/** The jitter keeps those that came together from coming back together. */
function pauseSeconds({ attributes }: SQSRecord): number {
  const received = Number(attributes.ApproximateReceiveCount);
  const longest = Math.min(longestPauseSeconds, firstPauseSeconds * 2 ** (received - 1));
  return longest * (0.75 + Math.random() / 4);
}
