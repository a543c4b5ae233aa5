import type { VerdictLimits } from '../../model/verdict/limits.ts';
import type { Ask, Clause, Search, SearchAnswer } from '../query/ask.ts';
import { bucketsAt, numberAt } from '../query/bucket.ts';
import { allOf } from '../query/conditions.ts';
import { complaintClause, isJudged } from './complaint-clause.ts';
import { hourMillis, iso } from './stretch.ts';

/**
 * What came in so long is looked at again, at least. A run comes every five minutes, so an hour is enough for one to fail,
 * and for what is written and cannot be found yet; it costs little, because what comes within an hour is mostly of that hour.
 */
const lookBackMillis = hourMillis;
/** What came while no run did is caught up with: whoever mends that takes no longer than a week. */
const longestLookBackMillis = 7 * 24 * hourMillis;

/**
 * The hours whose contacts must be judged, by their beginnings in epoch milliseconds, the newest first: those in which
 * something came, since the last run or a little before, and those beside them, as calls are compared with those half an
 * hour away; and those of contacts that were never judged, however long ago.
 *
 * @throws KnownError `unavailable`
 */
export async function hoursToJudge(limits: VerdictLimits, ask: Ask, now: Date): Promise<readonly number[]> {
  const since = { gte: iso(await lastLookedAt(ask, now)) };
  const unjudged = [complaintClause(limits), { bool: { must_not: [isJudged] } }];
  const [joined, called, waiting] = await ask([
    hoursSearch('connect-contacts-*', ['@timestamp', 'calls.startedAt'], [{ range: { joinedAt: since } }]),
    hoursSearch('softphone-calls-*', ['startedAt'], [{ range: { receivedAt: since } }]),
    hoursSearch('connect-contacts-*', ['@timestamp'], unjudged),
  ]);
  const touched = [...hoursAt(joined), ...hoursAt(called)];
  const beside = touched.flatMap((hour) => [hour - hourMillis, hour, hour + hourMillis]);
  return [...new Set([...beside, ...hoursAt(waiting)])].sort((a, b) => b - a);
}

/**
 * In epoch milliseconds. When the last verdict was given, where that is longer ago: had there been a run since, and
 * anything to judge anew, it would be later.
 */
async function lastLookedAt(ask: Ask, now: Date): Promise<number> {
  const [answer] = await ask([
    {
      index: 'connect-contacts-*',
      body: {
        size: 0,
        track_total_hits: false,
        query: allOf([isJudged]),
        aggs: { last: { max: { field: 'verdict.judgedAt' } } },
      },
    },
  ]);
  const last = numberAt(answer?.aggregations ?? {}, 'last', 'value') ?? 0;
  const until = now.getTime();
  return Math.max(until - longestLookBackMillis, Math.min(until - lookBackMillis, last));
}

function hoursSearch(index: string, fields: readonly string[], clauses: readonly Clause[]): Search {
  const histogram = (field: string) => ({
    date_histogram: { field, fixed_interval: '1h', min_doc_count: 1 },
  });
  return {
    index,
    body: {
      size: 0,
      track_total_hits: false,
      query: allOf(clauses),
      aggs: Object.fromEntries(fields.map((field, i) => [`hours${i}`, histogram(field)])),
    },
  };
}

function hoursAt(answer: SearchAnswer | undefined): readonly number[] {
  const its = answer?.aggregations ?? {};
  return Object.keys(its).flatMap((name) =>
    bucketsAt(its, name).map((bucket) => numberAt(bucket, 'key') ?? 0),
  );
}
