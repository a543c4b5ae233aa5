import {
  ConnectClient,
  paginateGetCurrentMetricData,
  paginateListRoutingProfiles,
} from '@aws-sdk/client-connect';
import type { Config } from '../config.ts';

/** API Reference of GetCurrentMetricData: 100 routing profiles in a filter. */
const mostProfiles = 100;
const metric = { Name: 'AGENTS_ONLINE', Unit: 'COUNT' } as const;

/**
 * The client of the Amazon Connect API. Where it listens it reads itself (AWS_ENDPOINT_URL_CONNECT, or Amazon's own). Its
 * quotas are the account's, so others may have used them up: it slows down until it is let through.
 */
export function makeConnectClient({ aws }: Pick<Config, 'aws'>): ConnectClient {
  return new ConnectClient({
    region: aws.region,
    retryMode: 'adaptive',
    maxAttempts: 8,
    ...(aws.credentials ? { credentials: aws.credentials } : {}),
  });
}

/**
 * How many agents are signed in to the instance and not Offline. By routing profile, because each agent has one, while
 * an agent of several queues would be counted in each.
 *
 * @throws Error when Connect refuses or cannot be reached
 */
export async function countAgentsOnline(client: ConnectClient, instanceId: string): Promise<number> {
  const profiles = (await findRoutingProfiles(client, instanceId)).map(({ id }) => id);
  let online = 0;
  for (let first = 0; first < profiles.length; first += mostProfiles) {
    online += await onlineOf(client, instanceId, profiles.slice(first, first + mostProfiles));
  }
  return online;
}

/** A routing profile of the instance. */
export type RoutingProfile = { readonly id: string; readonly name: string };

/**
 * The routing profiles of the instance.
 *
 * @throws Error when Connect refuses or cannot be reached
 */
export async function findRoutingProfiles(
  client: ConnectClient,
  InstanceId: string,
): Promise<readonly RoutingProfile[]> {
  const profiles: RoutingProfile[] = [];
  for await (const page of paginateListRoutingProfiles({ client }, { InstanceId })) {
    const its = page.RoutingProfileSummaryList ?? [];
    profiles.push(...its.flatMap(({ Id: id, Name: name }) => (id && name ? [{ id, name }] : [])));
  }
  return profiles;
}

/** A profile of which nobody is online may be left out of the answer. */
async function onlineOf(client: ConnectClient, InstanceId: string, profiles: string[]): Promise<number> {
  const pages = paginateGetCurrentMetricData(
    { client },
    {
      InstanceId,
      Filters: { RoutingProfiles: profiles },
      Groupings: ['ROUTING_PROFILE'],
      CurrentMetrics: [metric],
    },
  );
  let online = 0;
  for await (const { MetricResults = [] } of pages) {
    for (const { Collections = [] } of MetricResults) {
      online += Collections.reduce((sum, { Value = 0 }) => sum + Value, 0);
    }
  }
  return online;
}
