import type { Config } from '../config.ts';
import { KnownError } from '../errors.ts';
import { sendSigned } from './signed-request.ts';

/** A queue of Amazon SQS. Both throw KnownError `unavailable`. */
export type MessageQueue = {
  /** @param delaySeconds for so long nobody receives it; at most 900 */
  readonly send: (message: object, delaySeconds?: number) => Promise<void>;
  /** Nobody shall receive a message, which was received now, before so many seconds are over. */
  readonly postpone: (receiptHandle: string, seconds: number) => Promise<void>;
};
/** The queue of messages that wait for the search service. */
export type IngestQueue = Omit<MessageQueue, 'send'> & {
  readonly send: (message: object) => Promise<void>;
};

const timeoutMillis = 2000;
const attempts = 2;

/** The ingest functions' queue; undefined where the deployment has none. */
export function makeIngestQueue({
  aws,
  ingestQueueUrl,
}: Pick<Config, 'aws' | 'ingestQueueUrl'>): IngestQueue | undefined {
  return ingestQueueUrl ? makeMessageQueue(aws, ingestQueueUrl) : undefined;
}

/**
 * A queue by two calls of Amazon SQS's JSON protocol: its SDK client is larger than a function that takes in messages
 * may grow.
 *
 * Source: Amazon SQS API Reference, `SendMessage` and `ChangeMessageVisibility`. A message may have 1 MiB; the
 * largest that comes in has a quarter of that.
 */
export function makeMessageQueue(aws: Config['aws'], QueueUrl: string): MessageQueue {
  const request = (action: string, parameters: object) => () =>
    sendSigned(aws, {
      service: 'sqs',
      method: 'POST',
      url: new URL('/', aws.endpoint ?? QueueUrl),
      body: JSON.stringify({ QueueUrl, ...parameters }),
      headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `AmazonSQS.${action}` },
      timeoutMillis,
    });
  return {
    send: (message, delaySeconds) =>
      insist(
        request('SendMessage', {
          MessageBody: queueText(message),
          ...(delaySeconds ? { DelaySeconds: delaySeconds } : {}),
        }),
      ),
    postpone: (ReceiptHandle, seconds) =>
      insist(request('ChangeMessageVisibility', { ReceiptHandle, VisibilityTimeout: Math.round(seconds) })),
  };
}

/** JSON in the characters that a queue takes: all of XML 1.0's, so not these two. */
export function queueText(message: object): string {
  return JSON.stringify(message).replace(/[\ufffe\uffff]/g, (one) => `\\u${one.charCodeAt(0).toString(16)}`);
}

async function insist(request: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await request();
      return;
    } catch (cause) {
      if (attempt >= attempts) throw new KnownError('unavailable', 'The queue cannot be reached.', { cause });
    }
  }
}
