import type { ConnectQueue } from '../../model/documents/connect-instance.ts';
import { makeQueueNow } from '../../model/documents/current-metric.ts';
import type { MetricPoll } from '../../model/documents/metric-poll.ts';
import { isOpen } from '../../model/metrics/business-hours.ts';
import { batchesOfQueues, type QueuesPage, queuesNow } from '../clients/connect-current-metrics.ts';
import { countStatuses } from './count-statuses.ts';
import type { CurrentPolling } from './current-polling.ts';
import { askNoting, makePollTally, type PollTally } from './poll-tally.ts';
import { writeCurrent, writePoll } from './write-metrics.ts';

/** The next run begins then. */
const runMillis = 60_000;
/**
 * Between two requests: half of what an account may ask by default (5 a second of GetCurrentMetricData; Administrator Guide,
 * "Amazon Connect service quotas", API throttling). The other half is for whoever else asks.
 */
const pauseMillis = 400;

/**
 * Takes snapshots of all queues for a minute, with the set delay from begin to begin; one that takes longer has the next wait
 * for its turn. Once in the run agents are counted by their status.
 *
 * @returns what it came to; undefined outside the business hours, when nobody is asked anything
 * @throws KnownError `unavailable` while the search service cannot be reached: the next run begins anew
 */
export async function pollCurrent(polling: CurrentPolling): Promise<MetricPoll | undefined> {
  const { instanceId, settings, instance, now, pause } = polling;
  const { on, delaySeconds, agentStatuses } = settings.current;
  const start = now();
  if (!on || !isOpen(settings, start)) return undefined;
  const tally = makePollTally();
  const queues = (await instance(instanceId))?.queues.filter(({ deleted }) => !deleted) ?? [];
  if (queues.length === 0) tally.went('notSynced');
  else {
    const delayMillis = delaySeconds * 1000;
    for (let turn = 0; turn * delayMillis < runMillis; turn = nextTurn(now() - start, turn, delayMillis)) {
      await pause(Math.max(0, start + turn * delayMillis - now()));
      if (!isOpen(settings, now())) break;
      await takeSnapshot(queues, polling, tally);
      if (turn === 0 && agentStatuses) await countStatuses(polling, tally, () => pause(pauseMillis));
    }
  }
  const poll: MetricPoll = {
    instanceId,
    poller: 'current',
    at: new Date(start).toISOString(),
    ...tally.result(),
  };
  await writePoll(poll, polling);
  return poll;
}

function nextTurn(passedMillis: number, turn: number, delayMillis: number): number {
  return Math.max(turn + 1, Math.ceil(passedMillis / delayMillis));
}

async function takeSnapshot(
  queues: readonly ConnectQueue[],
  polling: CurrentPolling,
  tally: PollTally,
): Promise<void> {
  const { connect, instanceId, settings, telemetry, pause } = polling;
  const byId = new Map(queues.map((queue) => [queue.id, queue]));
  const { channels } = settings.current;
  for (const ids of batchesOfQueues([...byId.keys()])) {
    const asking = async () => {
      for await (const page of queuesNow(connect, instanceId, { queues: ids, channels })) {
        tally.answered();
        await writeCurrent(documentsOf(page, byId, polling, tally), polling, tally);
        await pause(pauseMillis);
      }
    };
    await askNoting(asking, tally, telemetry, 'queues now');
  }
}

function documentsOf(
  { takenAt, queues }: QueuesPage,
  byId: ReadonlyMap<string, ConnectQueue>,
  { instanceId, now }: CurrentPolling,
  tally: PollTally,
) {
  const receivedAt = new Date(now());
  return queues.flatMap(({ queueId, channel, figures, missing }) => {
    const queue = byId.get(queueId);
    tally.went('missingMetric', missing);
    if (!queue) return [];
    const of = {
      instanceId,
      '@timestamp': (takenAt ?? receivedAt).toISOString(),
      receivedAt: receivedAt.toISOString(),
      contactQueue: queue.name,
      contactQueueArn: queue.arn,
      channel,
    };
    return [makeQueueNow(of, figures)];
  });
}
