import type { Config } from '../config.ts';
import { KnownError } from '../errors.ts';
import { sendSigned } from './signed-request.ts';

/** The queue of messages that wait for the search service. Both throw KnownError `unavailable`. */
export type IngestQueue = {
  readonly send: (message: object) => Promise<void>;
  /** Nobody shall receive a message, which was received now, before so many seconds are over. */
  readonly postpone: (receiptHandle: string, seconds: number) => Promise<void>;
};

const timeoutMillis = 2000;
const attempts = 2;

/**
 * The queue; undefined where the deployment has none. By two calls of Amazon SQS's JSON protocol: its SDK client is
 * larger than a function that takes in messages may grow.
 *
 * Source: Amazon SQS API Reference, `SendMessage` and `ChangeMessageVisibility`. A message may have 1 MiB; the
 * largest that comes in has a quarter of that.
 */
export function makeIngestQueue({
  aws,
  ingestQueueUrl: QueueUrl,
}: Pick<Config, 'aws' | 'ingestQueueUrl'>): IngestQueue | undefined {
  if (!QueueUrl) return undefined;
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
    send: (message) => insist(request('SendMessage', { MessageBody: queueText(message) })),
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
