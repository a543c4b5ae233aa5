import type * as z from 'zod';
import { agentChange } from '../../model/documents/contact-states.ts';
import { silenceMillis } from '../../model/wfm/agent-spans.ts';
import type { WfmSources } from '../../model/wfm/files.ts';
import type { Stretch } from '../../model/wfm/interval.ts';
import { wfmContact } from '../../model/wfm/wfm-contact.ts';
import { KnownError } from '../errors.ts';
import { type Ask, type Clause, isPartOfIt } from '../query/ask.ts';

/** The most that the service gives at once (`index.max_result_window`). */
const pageSize = 10_000;

/**
 * What is stored of a stretch of time: contacts that began or came into a queue in it, and agents' events with those
 * before it that say what their agents were in when it began.
 *
 * @throws KnownError `unavailable`, also where some of the data cannot be reached: a file of a part looks like a whole one
 */
export async function readWfmSources({ from, to }: Stretch, ask: Ask): Promise<WfmSources> {
  const within = { gte: iso(from), lt: iso(to) };
  const began = [{ range: { initiatedAt: within } }, { range: { enqueuedAt: within } }];
  const [contacts, events] = await Promise.all([
    readAll(ask, wfmContact, 'connect-contacts-*', 'contactId', {
      bool: { should: began, minimum_should_match: 1 },
    }),
    readAll(ask, agentChange, 'connect-agent-events-*', 'eventId', {
      range: { '@timestamp': { gte: iso(from - silenceMillis), lt: iso(to) } },
    }),
  ]);
  return { contacts, events };
}

/** Page by page, in an order in which what comes meanwhile moves nothing. */
async function readAll<Shape extends z.ZodRawShape>(
  ask: Ask,
  schema: z.ZodObject<Shape>,
  index: string,
  idField: string,
  query: Clause,
): Promise<z.infer<z.ZodObject<Shape>>[]> {
  const found: z.infer<z.ZodObject<Shape>>[] = [];
  for (let after: readonly unknown[] | undefined; ; ) {
    const body: Clause = {
      size: pageSize,
      track_total_hits: false,
      _source: { includes: Object.keys(schema.shape) },
      query,
      sort: [{ '@timestamp': 'asc' }, { [idField]: 'asc' }],
      ...(after ? { search_after: after } : {}),
    };
    const [answer] = await ask([{ index, body }]);
    if (!answer || isPartOfIt(answer))
      throw new KnownError('unavailable', 'Some of the data cannot be reached now; try again in a moment.');
    const { hits } = answer.hits;
    for (const { _source } of hits) found.push(schema.parse(_source));
    after = hits.at(-1)?.sort;
    if (hits.length < pageSize || !after) return found;
  }
}

const iso = (at: number) => new Date(at).toISOString();
