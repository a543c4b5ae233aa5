import type { ConnectUser } from '../../model/documents/connect-user.ts';
import type { MetricPoll } from '../../model/documents/metric-poll.ts';
import { isOpen } from '../../model/metrics/business-hours.ts';
import { settledBy, unsettled } from '../../model/metrics/unsettled.ts';
import type { MetricsSettings } from '../../model/settings/metrics.ts';
import { findRoutingProfiles } from '../clients/connect.ts';
import type { InstanceDirectory } from '../clients/instance-directory.ts';
import { askNoting, makePollTally, type PollTally } from './poll-tally.ts';
import { readStretch, type StretchReading, type Subjects } from './read-stretch.ts';
import { readPoll, writePoll } from './write-metrics.ts';

export type HistoricalPolling = Omit<StretchReading, 'settings'> & {
  readonly settings: MetricsSettings;
  readonly instance: InstanceDirectory;
  /** Those that are synced. */
  readonly users: (instanceId: string) => Promise<readonly ConnectUser[]>;
};

/**
 * Reads all intervals that are over and not settled yet, the oldest first. What was read whole long enough after its end is
 * settled; whatever failed is read again by the next run.
 *
 * @param deadline in epoch milliseconds
 * @returns what it came to; undefined outside the business hours, when nobody is asked anything
 * @throws KnownError `unavailable` while the search service cannot be reached
 */
export async function readUnsettled(
  polling: HistoricalPolling,
  deadline: number,
): Promise<MetricPoll | undefined> {
  const { instanceId, settings, now } = polling;
  const start = now();
  if (!settings.historical.on || !isOpen(settings, start)) return undefined;
  const of = { instanceId, poller: 'historical' } as const;
  const before = (await readPoll(of, polling))?.settledThrough;
  const tally = makePollTally();
  const subjects = await subjectsOf(polling, tally);
  let settled = before === undefined ? undefined : Date.parse(before);
  for (const stretch of subjects ? unsettled(start, settled, settings.historical) : []) {
    const askedAt = now();
    const reading = { ...polling, settings: settings.historical };
    if (subjects) await readStretch(stretch, subjects, reading, tally, deadline);
    // What is later must wait for it: there is one time until which all is settled.
    if (!tally.isWhole()) break;
    settled = settledBy(stretch, askedAt, settings.historical);
  }
  const poll: MetricPoll = {
    ...of,
    at: new Date(start).toISOString(),
    ...tally.result(),
    ...(settled === undefined ? {} : { settledThrough: new Date(settled).toISOString() }),
  };
  await writePoll(poll, polling);
  return poll;
}

/** Undefined while it cannot be known of whom to ask. */
async function subjectsOf(
  { instanceId, connect, instance, users, telemetry }: HistoricalPolling,
  tally: PollTally,
): Promise<Subjects | undefined> {
  const names = await instance(instanceId);
  if (!names || names.queues.length === 0) {
    tally.went('notSynced');
    return undefined;
  }
  let subjects: Subjects | undefined;
  const asking = async () => {
    const profiles = await findRoutingProfiles(connect, instanceId);
    tally.answered();
    subjects = { instance: names, profiles, users: await users(instanceId) };
  };
  await askNoting(asking, tally, telemetry, 'routing profiles');
  return subjects;
}
