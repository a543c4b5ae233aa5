import type { Envelope } from '../../model/messages/envelope.ts';
import type { Patience } from '../clients/patience.ts';
import type { IngestQueue } from '../clients/queue.ts';
import { describeError } from '../edge/describe-error.ts';
import { KnownError } from '../errors.ts';
import type { IngestDeps } from './ingest-deps.ts';
import { keep } from './kept-message.ts';
import type { MessageKind } from './message-kind.ts';
import { placeArrival } from './place-arrival.ts';
import { type Arrival, storeMessages } from './store-messages.ts';

/** What taking a message over needs beside storing it. */
export type AcceptDeps = IngestDeps & {
  /** Absent where the deployment has none: then a message that cannot be stored stays with its page. */
  readonly queue?: IngestQueue | undefined;
  readonly patience: Patience;
};

/** What the queue may take: two attempts of 2 s each. */
const queueMillis = 4000;

/**
 * Takes a message over from its page: from here on it is ours to keep. It is stored or, where the search service is out
 * of reach or has too much to do, put into the queue.
 *
 * @param deadline when the page must be answered, in epoch milliseconds
 * @returns how many things of the page's are in it
 * @throws KnownError, and the message stays with its page: `invalid` and `unknownAgent` for good, `unavailable` when
 *   the queue cannot be reached either
 */
export async function acceptMessage<Message extends Envelope>(
  kind: MessageKind<Message>,
  whole: Arrival<Message>,
  deps: AcceptDeps,
  deadline: number,
): Promise<number> {
  const { queue, patience, telemetry } = deps;
  const message = kind.allowed?.(whole.message, deps.config) ?? whole.message;
  const arrival = await placeArrival({ ...whole, message }, deps.sources);
  if (!queue) return storeMessages(kind, [arrival], deps, deadline);
  try {
    const until = Math.min(patience.until(), deadline - queueMillis);
    return await storeMessages(kind, [arrival], deps, until);
  } catch (error) {
    // Whatever else is thrown, such as `invalid`, is no better in the queue.
    if (!(error instanceof KnownError && error.kind === 'unavailable')) throw error;
    patience.wasInVain();
    await queue.send(keep(kind, arrival));
    telemetry.warn('put into the queue', { route: kind.route, error: describeError(error) });
    telemetry.count('Queued', 1, { route: kind.route });
    return kind.size(arrival.message);
  }
}
