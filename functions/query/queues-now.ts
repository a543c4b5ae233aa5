import { calls, poorCalls, poorTime } from '../../dashboards/measures/calls.ts';
import { currentMetricDocument } from '../../model/documents/current-metric.ts';
import { filters } from '../../model/query/filters.ts';
import type { QueueNow, QueuesNow, QueuesNowQuery } from '../../model/query/queues-now.ts';
import type { Ask, Clause, Search } from './ask.ts';
import { type Bucket, bucketAt, bucketsAt, numberAt } from './bucket.ts';
import { allOf, anyValue } from './conditions.ts';
import { figuresOf } from './measure-aggregation.ts';
import { foundBy, searchOf } from './panels/panel-search.ts';
import { groupsOfTally, tallyOf } from './panels/tally.ts';

/** An instance has 50 queues unless Amazon allows more (Amazon Connect service quotas). */
const mostQueues = 1000;
/** Polling may be as rare as every five minutes; what is older says nothing of now. */
const freshMillis = 10 * 60_000;
/** By how much Amazon Connect's clock may be ahead of ours. */
const clockMillis = 60_000;
const soundMillis = 15 * 60_000;
const soundMeasures = [calls, poorCalls, poorTime];

/** Answers `GET /query/queues-now`: the newest snapshot of each queue and channel, beside how its calls sound. */
export async function queuesNowOf(
  query: QueuesNowQuery,
  ask: Ask,
  now: Date,
): Promise<Omit<QueuesNow, 'polls'>> {
  const since = (millis: number) => new Date(now.getTime() - millis).toISOString();
  const at = now.toISOString();
  const sound = tallyOf(
    soundMeasures,
    filters.parse({ ...query, from: since(soundMillis), to: at }),
    'queue',
  );
  const [snapshots, sounds] = await ask([
    snapshotSearch(query, { gte: since(freshMillis), lte: since(-clockMillis) }),
    searchOf(sound),
  ]);
  const heard = sounds ? groupsOfTally(soundMeasures, foundBy(sounds), 'queue') : new Map();
  const found = snapshots?.aggregations ?? {};
  const queues = bucketsAt(found, 'queues')
    .flatMap((queue) => bucketsAt(queue, 'channels'))
    .flatMap((channel) => queueNowOf(channel, heard));
  return {
    at,
    queues: queues.sort(byWaiting),
    more: (numberAt(found, 'queues', 'sum_other_doc_count') ?? 0) > 0,
  };
}

function snapshotSearch({ queue }: QueuesNowQuery, range: Clause): Search {
  const newest = { top_hits: { size: 1, sort: [{ '@timestamp': 'desc' }] } };
  const channels = { terms: { field: 'channel', size: 10 }, aggs: { newest } };
  return {
    index: 'connect-current-metrics-*',
    body: {
      size: 0,
      track_total_hits: false,
      query: allOf([
        { range: { '@timestamp': range } },
        { term: { subject: 'queue' } },
        ...anyValue('contactQueue', queue),
      ]),
      aggs: { queues: { terms: { field: 'contactQueueArn', size: mostQueues }, aggs: { channels } } },
    },
  };
}

function queueNowOf(channel: Bucket, heard: ReadonlyMap<string | null, Bucket>): QueueNow[] {
  const { hits } = bucketAt(bucketAt(channel, 'newest'), 'hits');
  const [hit] = (Array.isArray(hits) ? hits : []) as readonly { readonly _source?: unknown }[];
  const its = currentMetricDocument.safeParse(hit?._source).data;
  if (its?.subject !== 'queue') return [];
  const { contactQueue: queue = null } = its;
  return [
    {
      queue,
      queueArn: its.contactQueueArn,
      channel: its.channel,
      takenAt: its['@timestamp'],
      contactsInQueue: its.contactsInQueue ?? null,
      oldestContactSeconds: its.oldestContactSeconds ?? null,
      agentsOnline: its.agentsOnline ?? null,
      agentsAvailable: its.agentsAvailable ?? null,
      agentsOnContact: its.agentsOnContact ?? null,
      agentsNonProductive: its.agentsNonProductive ?? null,
      sound:
        its.channel === 'VOICE' && queue !== null ? figuresOf(soundMeasures, heard.get(queue) ?? {}) : null,
    },
  ];
}

function byWaiting(a: QueueNow, b: QueueNow): number {
  return (
    (b.contactsInQueue ?? 0) - (a.contactsInQueue ?? 0) ||
    (b.oldestContactSeconds ?? 0) - (a.oldestContactSeconds ?? 0) ||
    (a.queue ?? a.queueArn).localeCompare(b.queue ?? b.queueArn, 'en') ||
    a.channel.localeCompare(b.channel, 'en')
  );
}
