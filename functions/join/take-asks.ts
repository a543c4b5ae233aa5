import type { SQSRecord } from 'aws-lambda';
import { readAsk } from './join-ask.ts';
import { type JoinDeps, joinContacts } from './join-contacts.ts';

/**
 * Does what some messages of the queue `ContactsToJoin` ask, each contact once, however many ask for it.
 *
 * @param deadline in epoch milliseconds
 * @returns the messages that must come again
 * @throws KnownError `unavailable`: then all must
 */
export async function takeAsks(
  records: readonly SQSRecord[],
  deps: JoinDeps,
  deadline: number,
): Promise<readonly SQSRecord[]> {
  const asks = records.map((record) => readAsk(record.body));
  if (asks.some((ask) => ask?.agentTimes !== undefined)) await deps.sources.refresh(deadline);
  const wanted = await Promise.all(
    asks.map(async (ask) => {
      const around = await deps.sources.around(ask?.agentTimes ?? [], deadline);
      return [...(ask?.contactIds ?? []), ...around];
    }),
  );
  const refused = await joinContacts([...new Set(wanted.flat())], deps, deadline);
  // What nobody can read, or store, is tried until it goes to the dead letters, of which an alarm tells.
  return records.filter((_, i) => asks[i] === undefined || wanted[i]?.some((id) => refused.has(id)));
}
