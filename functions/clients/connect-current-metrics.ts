import {
  type ConnectClient,
  type CurrentMetricResult,
  type GetCurrentMetricDataResponse,
  paginateGetCurrentMetricData,
  paginateGetCurrentUserData,
  type UserData,
} from '@aws-sdk/client-connect';
import {
  type CurrentFigures,
  type CurrentMetricName,
  currentMetrics,
} from '../../model/documents/current-metric.ts';

/** API Reference of GetCurrentMetricData and GetCurrentUserData: values of a filter, results of a page. */
const mostQueues = 100;
const mostProfiles = 100;
const pageSize = 100;

const units: Readonly<Partial<Record<CurrentMetricName, 'SECONDS'>>> = {
  OLDEST_CONTACT_AGE: 'SECONDS',
  ESTIMATED_WAIT_TIME: 'SECONDS',
};
const names = Object.keys(currentMetrics) as readonly CurrentMetricName[];
const asked = names.map((Name) => ({ Name, Unit: units[Name] ?? ('COUNT' as const) }));

/** How a queue stands in one channel. */
export type QueueFigures = {
  readonly queueId: string;
  readonly channel: string;
  readonly figures: CurrentFigures;
  /** How many metrics that were asked for the answer lacks. One that says `null` is not lacking: there is no figure. */
  readonly missing: number;
};
export type QueuesPage = {
  /** When Connect took the figures; undefined where it does not say. */
  readonly takenAt: Date | undefined;
  readonly queues: readonly QueueFigures[];
};

/**
 * How queues stand now, by channel, page by page, so that what is there stays where a later page fails. Grouped by both:
 * only so there are estimates of waits, and ages in seconds (the same place, `CurrentMetrics`).
 *
 * @param queues ids of a batch, see `batchesOfQueues`
 * @throws Error when Connect refuses or cannot be reached
 */
export async function* queuesNow(
  client: ConnectClient,
  InstanceId: string,
  of: { readonly queues: readonly string[]; readonly channels: readonly ('VOICE' | 'CHAT' | 'TASK')[] },
): AsyncGenerator<QueuesPage> {
  const pages = paginateGetCurrentMetricData(
    { client, pageSize },
    {
      InstanceId,
      Filters: { Queues: [...of.queues], Channels: [...of.channels] },
      Groupings: ['QUEUE', 'CHANNEL'],
      CurrentMetrics: asked,
    },
  );
  for await (const page of pages) yield queuesPage(page);
}

/** Ids as many at a time as a request takes. */
export function batchesOfQueues(ids: readonly string[]): string[][] {
  return batches(ids, mostQueues);
}

/** Of whom no more than how and with how many contacts is asked. */
export type UserNow = {
  readonly profileId: string;
  /** By name: Available, Lunch … */
  readonly status: string;
  readonly contacts: number;
};

/**
 * What the agents of routing profiles are in, all that are signed in.
 *
 * @param pause between two requests
 * @throws Error when Connect refuses or cannot be reached: of some of the agents there are no counts
 */
export async function usersNow(
  client: ConnectClient,
  InstanceId: string,
  profiles: readonly string[],
  pause: () => Promise<unknown>,
): Promise<{ readonly users: readonly UserNow[]; readonly requests: number }> {
  const users: UserNow[] = [];
  let requests = 0;
  for (const RoutingProfiles of batches(profiles, mostProfiles)) {
    const pages = paginateGetCurrentUserData(
      { client, pageSize },
      { InstanceId, Filters: { RoutingProfiles } },
    );
    for await (const { UserDataList = [] } of pages) {
      users.push(...UserDataList.flatMap((user) => userNow(user) ?? []));
      requests += 1;
      await pause();
    }
  }
  return { users, requests };
}

function queuesPage({ MetricResults = [], DataSnapshotTime }: GetCurrentMetricDataResponse): QueuesPage {
  return { takenAt: DataSnapshotTime, queues: MetricResults.flatMap((result) => figuresOf(result) ?? []) };
}

/** Undefined of what says neither queue nor channel. */
function figuresOf({ Dimensions, Collections = [] }: CurrentMetricResult): QueueFigures | undefined {
  const { Queue, Channel } = Dimensions ?? {};
  if (!Queue?.Id || !Channel) return undefined;
  const values = new Map(Collections.map(({ Metric, Value }) => [Metric?.Name, Value ?? undefined]));
  return {
    queueId: Queue.Id,
    channel: Channel,
    figures: Object.fromEntries(names.map((name) => [currentMetrics[name], values.get(name)])),
    missing: names.filter((name) => !values.has(name)).length,
  };
}

function userNow({ RoutingProfile, Status, Contacts = [] }: UserData): UserNow | undefined {
  if (!RoutingProfile?.Id || !Status?.StatusName) return undefined;
  return { profileId: RoutingProfile.Id, status: Status.StatusName, contacts: Contacts.length };
}

function batches(ids: readonly string[], most: number): string[][] {
  return Array.from({ length: Math.ceil(ids.length / most) }, (_, i) => ids.slice(i * most, (i + 1) * most));
}
