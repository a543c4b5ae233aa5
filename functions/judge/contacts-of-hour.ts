import * as z from 'zod';
import { judgedContact } from '../../model/verdict/evidence-of.ts';
import type { VerdictLimits } from '../../model/verdict/limits.ts';
import type { Ask, Search, SearchAnswer } from '../query/ask.ts';
import { allOf } from '../query/conditions.ts';
import { complaintClause, isJudged } from './complaint-clause.ts';
import { beginningsIn, hourMillis, iso, type Stretch } from './stretch.ts';

/** A contact that is to be judged, and where it is stored. */
export const contactToJudge = judgedContact.extend({
  contactId: z.string(),
  /** When it was put together: a contact that has grown since is judged by the next run. */
  joinedAt: z.string().optional(),
  verdict: z.looseObject({}).optional(),
});
export type ContactToJudge = z.infer<typeof contactToJudge>;
export type FoundContact = { readonly index: string; readonly id: string; readonly contact: ContactToJudge };

const pageSize = 500;
const mostBrokenOff = 10_000;

/**
 * The contacts of an hour that are judged, and those that were: a record that comes again may take back what was
 * complained of. An hour's are those that began in it, or a call of which did.
 *
 * @throws KnownError `unavailable`
 */
export async function contactsOfHour(
  hour: number,
  limits: VerdictLimits,
  ask: Ask,
): Promise<readonly FoundContact[]> {
  const found: FoundContact[] = [];
  for (let after: readonly unknown[] | undefined; ; ) {
    const [answer] = await ask([contactsSearch(hour, limits, after)]);
    const hits = answer?.hits.hits ?? [];
    found.push(...hits.flatMap(foundContact));
    after = hits.at(-1)?.sort;
    if (hits.length < pageSize || !after) return found;
  }
}

function contactsSearch(hour: number, limits: VerdictLimits, after: readonly unknown[] | undefined): Search {
  const within = { gte: iso(hour), lt: iso(hour + hourMillis) };
  const began = [{ range: { '@timestamp': within } }, { range: { 'calls.startedAt': within } }];
  const judged = [complaintClause(limits), isJudged];
  return {
    index: 'connect-contacts-*',
    body: {
      size: pageSize,
      track_total_hits: false,
      _source: { includes: Object.keys(contactToJudge.shape) },
      query: allOf([
        { bool: { should: began, minimum_should_match: 1 } },
        { bool: { should: judged, minimum_should_match: 1 } },
      ]),
      sort: [{ '@timestamp': 'asc' }, { contactId: 'asc' }],
      ...(after ? { search_after: after } : {}),
    },
  };
}

/** Of a record alone, which is not put together with anything yet, there are no calls. */
function foundContact({ _index, _id, _source }: SearchAnswer['hits']['hits'][number]): FoundContact[] {
  if (_index === undefined || _id === undefined) return [];
  const { success, data } = contactToJudge.safeParse(_source);
  return success ? [{ index: _index, id: _id, contact: data }] : [];
}

/**
 * The contacts in a stretch of time of which Amazon Connect says that the agent's connection broke off.
 *
 * @throws KnownError `unavailable`
 */
export async function brokenOff(stretch: Stretch, ask: Ask): Promise<ReadonlySet<string>> {
  const [answer] = await ask([
    {
      index: 'connect-contacts-*',
      body: {
        size: mostBrokenOff,
        track_total_hits: false,
        _source: { includes: ['contactId'] },
        query: allOf([
          { term: { potentialDisconnectIssue: 'AGENT_CONNECTIVITY_ISSUE' } },
          { range: { 'calls.startedAt': beginningsIn(stretch) } },
        ]),
        sort: [{ '@timestamp': 'asc' }],
      },
    },
  ]);
  const ids = (answer?.hits.hits ?? []).flatMap(({ _source }) => named.safeParse(_source).data ?? []);
  return new Set(ids.map(({ contactId }) => contactId));
}

const named = z.object({ contactId: z.string() });
