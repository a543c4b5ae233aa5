import type { Context, KinesisStreamEvent, KinesisStreamRecord } from 'aws-lambda';
import { describeError } from './describe-error.ts';
import type { Telemetry } from './telemetry.ts';

/** One record of a stream: decoded JSON, undefined where it is none. */
export type StreamRecord = {
  readonly raw: unknown;
  /** When the stream took it. */
  readonly receivedAt: Date;
  /** Its shard and sequence number. */
  readonly place: string;
};

export type StreamHandler = (
  event: KinesisStreamEvent,
  context: Pick<Context, 'getRemainingTimeInMillis'>,
) => Promise<void>;

/** What must be left of the function's time at the deadline. */
const spareMillis = 5000;

/**
 * Makes a Lambda handler of a function that reads a Kinesis stream. It must take care of each record itself: what it
 * throws brings the whole batch again, and until then the shard stands still.
 *
 * @param take with the deadline in epoch milliseconds
 */
export function streamHandler(
  telemetry: Pick<Telemetry, 'error'>,
  take: (records: readonly StreamRecord[], deadline: number) => Promise<void>,
): StreamHandler {
  return async ({ Records }, context) => {
    try {
      await take(Records.map(decode), Date.now() + context.getRemainingTimeInMillis() - spareMillis);
    } catch (error) {
      telemetry.error('the batch must come again', { error: describeError(error), records: Records.length });
      // Lambda logs what a handler throws with all its properties: not the error itself, which may quote a record.
      throw new Error('The batch must come again: see the function’s log.');
    }
  };
}

function decode({ kinesis, eventID }: KinesisStreamRecord): StreamRecord {
  return {
    raw: parse(Buffer.from(kinesis.data, 'base64').toString()),
    receivedAt: new Date(kinesis.approximateArrivalTimestamp * 1000),
    place: eventID,
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
