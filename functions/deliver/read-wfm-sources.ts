import { agentChange } from '../../model/documents/contact-states.ts';
import { silenceMillis } from '../../model/wfm/agent-spans.ts';
import type { WfmSources } from '../../model/wfm/files.ts';
import type { Stretch } from '../../model/wfm/interval.ts';
import { wfmContact } from '../../model/wfm/wfm-contact.ts';
import type { Ask } from '../query/ask.ts';
import { readAll } from '../query/read-all.ts';

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
    readAll(ask, {
      schema: wfmContact,
      index: 'connect-contacts-*',
      idField: 'contactId',
      query: { bool: { should: began, minimum_should_match: 1 } },
    }),
    readAll(ask, {
      schema: agentChange,
      index: 'connect-agent-events-*',
      idField: 'eventId',
      query: { range: { '@timestamp': { gte: iso(from - silenceMillis), lt: iso(to) } } },
    }),
  ]);
  return { contacts, events };
}

const iso = (at: number) => new Date(at).toISOString();
