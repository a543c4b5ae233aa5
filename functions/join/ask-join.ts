import { makeMessageQueue } from '../clients/queue.ts';
import type { Config } from '../config.ts';
import { type JoinAsk, splitAsk } from './join-ask.ts';

/**
 * Asks that documents of contacts are put together again. Whoever stores something that is part of one asks, after it is
 * stored: so whichever part comes last, whoever asks for it sees all (docs/develop.md, "The join").
 *
 * @param delaySeconds not before so long; at most 900
 * @throws KnownError `unavailable` when the queue cannot be reached: then whatever was stored must be stored, and asked
 *   for, once more
 */
export type AskJoin = (ask: JoinAsk, delaySeconds?: number) => Promise<void>;

/** By the queue `ContactsToJoin`; undefined where the deployment has none. */
export function makeAskJoin({
  aws,
  joinQueueUrl,
}: Pick<Config, 'aws' | 'joinQueueUrl'>): AskJoin | undefined {
  if (!joinQueueUrl) return undefined;
  const queue = makeMessageQueue(aws, joinQueueUrl);
  return async (ask, delaySeconds) => {
    await Promise.all(splitAsk(ask).map((one) => queue.send(one, delaySeconds)));
  };
}
