import * as z from 'zod';
import { type SiteOf, siteHoldsMillis, siteWasMillis } from '../../model/documents/assumed-site.ts';

const allOf = (filter: readonly object[]) => ({ bool: { filter } });
const anyOf = (should: readonly object[]) => ({ bool: { should, minimum_should_match: 1 } });
const isNot = (clause: object) => ({ bool: { must_not: [clause] } });
const has = (field: string) => ({ exists: { field } });
const shifted = (time: string, millis: number) => new Date(Date.parse(time) + millis).toISOString();

/** When an agent's call began. */
export const agentsCall = z.object({ agent: z.string(), '@timestamp': z.string() });

/** Of the calls of some contacts those that tell where their agents were. */
export function callsWithSite(contactIds: readonly string[]): object {
  return {
    _source: ['agent', '@timestamp'],
    query: allOf([{ terms: { contactId: contactIds } }, has('site')]),
  };
}

/** Of an agent's calls those among which `siteCall` is: the last one until then, and the first one after. */
export function callsBesides({ agent, at }: SiteOf): readonly object[] {
  const one = (range: object, order: 'asc' | 'desc') => ({
    size: 1,
    _source: ['@timestamp', 'contactId', 'site'],
    query: allOf([{ term: { agent } }, has('site'), { range: { '@timestamp': range } }]),
    // An index that somebody else made so that it begins like ours may not have them.
    sort: [
      { '@timestamp': { order, unmapped_type: 'date' } },
      { contactId: { order, unmapped_type: 'keyword' } },
    ],
  });
  return [
    one({ gte: shifted(at, -siteHoldsMillis), lte: at }, 'desc'),
    one({ gt: at, lte: shifted(at, siteWasMillis) }, 'asc'),
  ];
}

/**
 * The contacts of a call's agent of which it may be `siteCall`, or more: without a call of their own, and with none assumed
 * that is surely the better one.
 */
export function lackingBy({ agent, '@timestamp': at }: z.infer<typeof agentsCall>): object {
  const unknown = isNot(has('site'));
  const since = allOf([
    { range: { initiatedAt: { gte: at, lte: shifted(at, siteHoldsMillis) } } },
    anyOf([unknown, allOf([has('siteAssumedFrom'), isNot({ term: { siteAssumedFrom: at } })])]),
  ]);
  const until = allOf([
    { range: { initiatedAt: { gte: shifted(at, -siteWasMillis), lt: at } } },
    anyOf([unknown, { range: { siteAssumedFrom: { gt: at } } }]),
  ]);
  return allOf([
    { term: { agent } },
    { term: { channel: 'VOICE' } },
    isNot({ term: { hasStatistics: true } }),
    anyOf([since, until]),
  ]);
}
