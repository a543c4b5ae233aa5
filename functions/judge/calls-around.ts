import type { Ask, Clause, Search, SearchAnswer } from '../query/ask.ts';
import { allOf } from '../query/conditions.ts';
import { type NearbyCall, placeNames } from './nearby-call.ts';
import { beginningsIn, iso, type Stretch } from './stretch.ts';

/** The most that the service gives at once (`index.max_result_window`). */
const pageSize = 10_000;
const windowMillis = 30_000;

const fields = [
  'contactId',
  'agent',
  'startedAt',
  'endedAt',
  'rating',
  'site',
  'agentPublicIp',
  'agentPrivateNetwork',
  'as.number',
  'toAgent.windows',
] as const;

/**
 * The calls of all agents that lie in a stretch of time and could be judged, by their columns alone: the calls
 * themselves are long. Ten thousand at a time; an hour of 1,000 agents has about as many.
 *
 * @param brokenOff contacts of which Amazon Connect says that the agent's connection broke off: their calls are poor,
 *   though they may have sounded well until then
 * @throws KnownError `unavailable`
 */
export async function callsAround(
  stretch: Stretch,
  brokenOff: ReadonlySet<string>,
  ask: Ask,
): Promise<readonly NearbyCall[]> {
  const calls: NearbyCall[] = [];
  for (let after: readonly unknown[] | undefined; ; ) {
    const [answer] = await ask([searchFor(stretch, after)]);
    const hits = answer?.hits.hits ?? [];
    calls.push(...hits.map((hit) => callOf(hit, brokenOff)));
    after = hits.at(-1)?.sort;
    if (hits.length < pageSize || !after) return calls.filter(({ to }) => to >= stretch.from);
  }
}

function searchFor(stretch: Stretch, after: readonly unknown[] | undefined): Search {
  const ended: Clause[] = [
    { range: { endedAt: { gte: iso(stretch.from) } } },
    { bool: { must_not: [{ exists: { field: 'endedAt' } }] } },
  ];
  return {
    index: 'softphone-calls-*',
    body: {
      size: pageSize,
      track_total_hits: false,
      _source: false,
      docvalue_fields: fields,
      query: allOf([
        { range: { startedAt: beginningsIn(stretch) } },
        { terms: { rating: ['good', 'fair', 'poor'] } },
        { bool: { should: ended, minimum_should_match: 1 } },
      ]),
      sort: [{ startedAt: 'asc' }, { contactId: 'asc' }, { agent: 'asc' }],
      ...(after ? { search_after: after } : {}),
    },
  };
}

function callOf(hit: SearchAnswer['hits']['hits'][number], brokenOff: ReadonlySet<string>): NearbyCall {
  const columns = (hit.fields ?? {}) as Readonly<Record<string, readonly unknown[]>>;
  const text = (name: (typeof fields)[number]) => {
    const value = columns[name]?.[0];
    return value === undefined ? undefined : String(value);
  };
  const contactId = text('contactId') ?? '';
  const from = Date.parse(text('startedAt') ?? '');
  const endedAt = text('endedAt');
  const measuredMillis = Number(text('toAgent.windows') ?? 0) * windowMillis;
  const as = text('as.number');
  return {
    contactId,
    agent: text('agent') ?? '',
    from,
    // A page that was loaded again never told the end; one that is on a call has not told it yet.
    to: endedAt === undefined ? from + measuredMillis : Date.parse(endedAt),
    isPoor: text('rating') === 'poor' || brokenOff.has(contactId),
    place: placeNames({
      site: text('site'),
      agentPublicIp: text('agentPublicIp'),
      agentPrivateNetwork: text('agentPrivateNetwork'),
      as: as === undefined ? undefined : { number: Number(as) },
    }),
  };
}
