import { setTimeout as pause } from 'node:timers/promises';
import { KnownError } from '../../functions/errors.ts';

const patienceMillis = 60_000;
const pauseMillis = 500;

/**
 * Does something that may be done again, and again while the search service is not ready for it: the shards of an index that
 * was made a moment ago may not be read yet. A deployed function leaves such a message to the queue.
 *
 * @throws what the work throws, the reason of being unavailable after a minute
 */
export async function untilAvailable<Result>(
  work: () => Promise<Result>,
  { now, sleep }: { now: () => number; sleep: (millis: number) => Promise<unknown> } = {
    now: Date.now,
    sleep: pause,
  },
): Promise<Result> {
  const deadline = now() + patienceMillis;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof KnownError) || error.kind !== 'unavailable' || now() > deadline) throw error;
    }
    await sleep(pauseMillis);
  }
}
