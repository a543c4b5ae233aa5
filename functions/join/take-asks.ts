import type { SQSRecord } from 'aws-lambda';
import { readAsk } from './join-ask.ts';
import { type JoinDeps, joinContacts } from './join-contacts.ts';

/**
 * Does what some messages of the queue `ContactsToJoin` ask, each contact once, however many ask for it.
 *
 * @param deadline in epoch milliseconds
 * @returns the messages that must come again
 * @throws KnownError `unavailable` before anything is done: then all must
 */
export async function takeAsks(
  records: readonly SQSRecord[],
  deps: JoinDeps,
  deadline: number,
): Promise<readonly SQSRecord[]> {
  const asks = records.map((record) => readAsk(record.body));
  await deps.sources.refresh(deadline);
  const wanted = await Promise.all(
    asks.map(async (ask) => {
      const around = await deps.sources.around(ask?.agentTimes ?? [], deadline);
      return [...(ask?.contactIds ?? []), ...around];
    }),
  );
  // A call tells where its agent was also for those contacts of the agent of which no page told anything.
  const named = new Set(asks.flatMap((ask) => ask?.contactIds ?? []));
  const lacking = await deps.sources.lackingSite([...named], deadline);
  const all = [...new Set([...wanted.flat(), ...lacking])];
  const { refused, left } = await joinContacts(all, deps, deadline);
  if (left.size > 0) deps.telemetry.warn('contacts are left to the next time', { contacts: left.size });
  // What nobody can read, or store, is tried until it goes to the dead letters, of which an alarm tells.
  const comesAgain = (id: string) => refused.has(id) || left.has(id);
  return records.filter((_, i) => asks[i] === undefined || wanted[i]?.some(comesAgain));
}
