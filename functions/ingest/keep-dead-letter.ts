import type { SQSRecord } from 'aws-lambda';
import { type SettingAside, setMessageAside } from './set-message-aside.ts';

/**
 * Puts what the queue has given up into the bucket of failed records. Where that fails it says so, each time: as it is
 * tried again at once, the queue's own figures show it as taken, not as waiting.
 *
 * @throws KnownError `unavailable`: then it must stay in its queue
 */
export async function keepDeadLetter(
  { body, attributes }: Pick<SQSRecord, 'body' | 'attributes'>,
  deps: SettingAside,
): Promise<void> {
  const detail = `Not stored in ${attributes.ApproximateReceiveCount} tries.`;
  try {
    await setMessageAside(body, { reason: 'undeliverable', detail }, deps);
  } catch (error) {
    deps.telemetry.count('DeadLetterStuck', 1, {});
    throw error;
  }
}
