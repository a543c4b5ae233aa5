import { callRow } from '../../model/query/call-row.ts';
import type { CallNow, NowQuery } from '../../model/query/now.ts';
import type { Search, SearchAnswer } from './ask.ts';
import { allOf, narrowingOf } from './conditions.ts';
import { type LastWindows, windowKey } from './last-windows.ts';

/** More calls at once nobody reads; an answer of a function holds some thousand. */
export const mostCallsNow = 500;
/** A page sends every 30 s: two missed and the third late is a page that has gone. */
const silentSeconds = 90;
/** No call is longer; older indices need not be looked at. */
const longestHours = 24;

const live = callRow.pick({
  contactId: true,
  agent: true,
  contactQueue: true,
  site: true,
  startedAt: true,
  poorPercent: true,
});

/** What came at a later time than now is of no call that goes on. */
const aheadSeconds = 60;

/** The calls that have not ended and of which something came lately: who is worst is known by their windows only. */
export function callsNowSearch(query: NowQuery, at: Date): Search {
  const ago = (seconds: number) => new Date(at.getTime() - 1000 * seconds).toISOString();
  return {
    index: 'softphone-calls-*',
    body: {
      size: mostCallsNow + 1,
      track_total_hits: false,
      _source: { includes: Object.keys(live.shape) },
      query: allOf([
        { range: { '@timestamp': { gte: ago(3600 * longestHours) } } },
        // Clocks of one service disagree by seconds.
        { range: { receivedAt: { gte: ago(silentSeconds), lt: ago(-aheadSeconds) } } },
        { bool: { must_not: [{ exists: { field: 'endedAt' } }] } },
        ...narrowingOf('softphone-calls', query),
      ]),
      sort: [{ receivedAt: 'desc' }],
    },
  };
}

/** Reads what `callsNowSearch` asked for, with each call's last windows. */
export function readCallsNow(answer: SearchAnswer | undefined, windows: LastWindows): CallNow[] {
  const calls = (answer?.hits.hits ?? []).map((hit) => live.parse(hit._source));
  return calls.map((call) => {
    const { toAgent = null, fromAgent = null } = windows.get(windowKey(call)) ?? {};
    const begun = [toAgent, fromAgent].flatMap((window) => window?.startedAt ?? []).sort();
    return {
      contactId: call.contactId,
      agent: call.agent,
      queue: call.contactQueue ?? null,
      site: call.site ?? null,
      startedAt: call.startedAt,
      toAgent,
      fromAgent,
      lastWindowAt: begun.at(-1) ?? null,
      poorSoFarPercent: call.poorPercent ?? null,
    };
  });
}
