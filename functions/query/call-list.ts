import { type CallList, callRow } from '../../model/query/call-row.ts';
import { type CallsQuery, cursor, sortFields } from '../../model/query/filters.ts';
import type { Ask, Clause, Search } from './ask.ts';
import { firstOf } from './by-nothing.ts';
import { allOf, beginsWith, clausesOf } from './conditions.ts';

/** All that a list shows; `parts` and events would be most of the bytes. */
const fields = Object.keys(callRow.shape);

/** Answers `GET /query/calls`: one page of the calls that match. */
export async function listCalls(query: CallsQuery, ask: Ask): Promise<CallList> {
  const [answer] = await ask([callsSearch(query)]);
  const hits = answer?.hits.hits ?? [];
  const more = hits.length > query.size;
  const shown = hits.slice(0, query.size);
  const last = shown[shown.length - 1];
  return {
    total: answer?.hits.total?.value ?? 0,
    calls: shown.map((hit) => callRow.parse(hit._source)),
    next: more && last ? cursor.parse(last.sort?.slice(firstBy(query).length)) : null,
  };
}

/** The search for one page of calls, and for one call more, which tells whether there is a next page. */
export function callsSearch(query: CallsQuery): Search {
  return {
    index: 'softphone-calls-*',
    body: {
      size: query.size + 1,
      track_total_hits: true,
      _source: { includes: fields },
      query: allOf([
        ...clausesOf('softphone-calls', query),
        ...beginsWith(['contactId', 'agent'], query.search),
      ]),
      sort: sortOf(query),
      ...(query.after ? { search_after: [...firstBy(query).map(({ value }) => value), ...query.after] } : {}),
    },
  };
}

const firstBy = ({ sort }: CallsQuery) => firstOf(sortFields[sort]);

/** Contact and agent make the order of calls with equal figures a fixed one, so that no page skips a call. */
function sortOf(query: CallsQuery): Clause[] {
  const { sort, order } = query;
  return [
    ...firstBy(query).map((first) => first.sort),
    { [sortFields[sort]]: { order, missing: '_last' } },
    { contactId: { order: 'asc' } },
    { agent: { order: 'asc' } },
  ];
}
