import * as z from 'zod';
import type { Config } from '../config.ts';
import { KnownError } from '../errors.ts';
import { sendSigned } from './signed-request.ts';

const messages = z.object({
  Messages: z
    .array(
      z
        .object({ ReceiptHandle: z.string(), Body: z.string() })
        .transform((its) => ({ receiptHandle: its.ReceiptHandle, body: its.Body })),
    )
    .nullish()
    .transform((its) => its ?? []),
});
export type InboxMessage = { readonly receiptHandle: string; readonly body: string };

/** A queue of Amazon SQS, for whoever fetches its messages themselves. Both throw KnownError `unavailable`. */
export type Inbox = {
  /** At most ten; none when there are none now. Each is hidden for as long as the queue hides a message. */
  readonly receive: () => Promise<readonly InboxMessage[]>;
  /** What is not removed comes again. */
  readonly remove: (message: InboxMessage) => Promise<void>;
};

const timeoutMillis = 5000;

/** By two calls of Amazon SQS's JSON protocol (API Reference, `ReceiveMessage` and `DeleteMessage`). */
export function makeInbox(aws: Config['aws'], QueueUrl: string): Inbox {
  const ask = async (action: string, parameters: object) => {
    try {
      return await sendSigned(aws, {
        service: 'sqs',
        method: 'POST',
        url: new URL('/', aws.endpoint ?? QueueUrl),
        body: JSON.stringify({ QueueUrl, ...parameters }),
        headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `AmazonSQS.${action}` },
        timeoutMillis,
      });
    } catch (cause) {
      throw new KnownError('unavailable', 'The queue cannot be reached.', { cause });
    }
  };
  return {
    // Waits a second, because without waiting it asks only some of the servers that a queue is on.
    receive: async () =>
      messages.parse(JSON.parse(await ask('ReceiveMessage', { MaxNumberOfMessages: 10, WaitTimeSeconds: 1 })))
        .Messages,
    remove: async ({ receiptHandle: ReceiptHandle }) => {
      await ask('DeleteMessage', { ReceiptHandle });
    },
  };
}
