import { type QueueMetric, queueMetric } from '../../model/reconcile/queue-counts.ts';
import {
  type RecordedContact,
  recordedContact,
  type SeenCall,
  seenCall,
} from '../../model/reconcile/sources.ts';
import type { Stretch } from '../../model/wfm/interval.ts';
import type { Ask, Clause } from '../query/ask.ts';
import { readAll } from '../query/read-all.ts';

/** What is stored of a day. */
export type StoredDay = {
  readonly contacts: readonly RecordedContact[];
  readonly calls: readonly SeenCall[];
  readonly metrics: readonly QueueMetric[];
};

/** How many values one search may look for; half of what the service takes is quick. */
const idsAtOnce = 10_000;

/**
 * Reads the contacts that began or came into a queue in a day, the calls that softphones had in it with their contacts, of
 * whatever day those are, and what Amazon Connect counted.
 *
 * @throws KnownError `unavailable`, also where some of the data cannot be reached: all of it would be called missing
 */
export async function readDay({ from, to }: Stretch, ask: Ask): Promise<StoredDay> {
  const within = { gte: new Date(from).toISOString(), lt: new Date(to).toISOString() };
  const range = (field: string): Clause => ({ range: { [field]: within } });
  const began = [range('initiatedAt'), range('enqueuedAt')];
  const [contacts, calls, metrics] = await Promise.all([
    readContacts(ask, { bool: { should: began, minimum_should_match: 1 } }),
    readAll(ask, {
      schema: seenCall,
      index: 'softphone-calls-*',
      idField: 'contactId',
      query: range('startedAt'),
    }),
    readAll(ask, {
      schema: queueMetric,
      index: 'connect-historical-metrics-*',
      idField: 'subjectId',
      query: { bool: { filter: [range('@timestamp'), { term: { subject: 'queue' } }] } },
    }),
  ]);
  const known = new Set(contacts.map(({ contactId }) => contactId));
  const others = [...new Set(calls.map(({ contactId }) => contactId))].filter((id) => !known.has(id));
  for (let i = 0; i < others.length; i += idsAtOnce)
    contacts.push(...(await readContacts(ask, { terms: { contactId: others.slice(i, i + idsAtOnce) } })));
  return { contacts, calls, metrics };
}

function readContacts(ask: Ask, query: Clause): Promise<RecordedContact[]> {
  return readAll(ask, {
    schema: recordedContact,
    only: { calls: 'calls.agent' },
    index: 'connect-contacts-*',
    idField: 'contactId',
    query,
  });
}
