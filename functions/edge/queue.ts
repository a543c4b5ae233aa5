import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { describeError } from './describe-error.ts';
import type { Telemetry } from './telemetry.ts';

export type QueueHandler = (
  event: SQSEvent,
  context: Pick<Context, 'getRemainingTimeInMillis'>,
) => Promise<SQSBatchResponse>;

/** What must be left of the function's time at the deadline: for putting aside what could not be done. */
const spareMillis = 10_000;

/**
 * Makes a Lambda handler of a function that takes messages out of a queue, each by itself. A message of which it throws
 * stays in the queue and comes again; the others are done (partial batch response).
 *
 * @param take with the deadline in epoch milliseconds
 */
export function queueHandler(
  telemetry: Pick<Telemetry, 'warn'>,
  take: (record: SQSRecord, deadline: number) => Promise<void>,
): QueueHandler {
  return async ({ Records }, context) => {
    const deadline = Date.now() + context.getRemainingTimeInMillis() - spareMillis;
    const settled = await Promise.allSettled(Records.map((record) => take(record, deadline)));
    const batchItemFailures = settled.flatMap((result, i) => {
      if (result.status === 'fulfilled') return [];
      telemetry.warn('a message stays in the queue', { error: describeError(result.reason) });
      return [{ itemIdentifier: Records[i]?.messageId ?? '' }];
    });
    return { batchItemFailures };
  };
}

/**
 * Makes a Lambda handler of a function that takes messages out of a queue together, because many of them come to the same
 * work. Where it throws, all of them stay in the queue.
 *
 * @param take with the deadline in epoch milliseconds; gives those that must come again
 */
export function queueBatchHandler(
  telemetry: Pick<Telemetry, 'warn'>,
  take: (records: readonly SQSRecord[], deadline: number) => Promise<readonly SQSRecord[]>,
): QueueHandler {
  return async ({ Records }, context) => {
    const deadline = Date.now() + context.getRemainingTimeInMillis() - spareMillis;
    const left = await take(Records, deadline).catch((error: unknown) => {
      telemetry.warn('messages stay in the queue', { count: Records.length, error: describeError(error) });
      return Records;
    });
    return { batchItemFailures: left.map(({ messageId }) => ({ itemIdentifier: messageId })) };
  };
}
