import type { GetCurrentMetricDataResponse } from '@aws-sdk/client-connect';
import { z } from 'zod';
import type { Organisation, RoutingProfile } from '../../organisation.ts';
import { epochSeconds } from '../agent-api/times.ts';
import type { AgentSession } from '../agents/agent-session.ts';
import { ConnectApiError } from './error.ts';
import { pageOf } from './paging.ts';

const isOnline = ({ state }: AgentSession) => state.type !== 'offline';
const isOnCall = ({ call }: AgentSession) => call !== undefined && !call.isOver;

/** What is said of the agents of a routing profile; names and meanings as in "Metrics definitions" of the administrator guide. */
const metrics = {
  AGENTS_ONLINE: isOnline,
  AGENTS_AVAILABLE: (session: AgentSession) => session.state.type === 'routable' && !isOnCall(session),
  AGENTS_ON_CALL: isOnCall,
} satisfies Record<string, (session: AgentSession) => boolean>;
type MetricName = keyof typeof metrics;

/** Limits as in the API reference of GetCurrentMetricData; a filter or grouping that is not played is refused. */
const request = z.strictObject({
  Filters: z.strictObject({ RoutingProfiles: z.array(z.string()).min(1).max(100) }),
  Groupings: z.tuple([z.literal('ROUTING_PROFILE')]),
  CurrentMetrics: z
    .array(
      z.strictObject({
        Name: z.enum(Object.keys(metrics) as [MetricName, ...MetricName[]]),
        Unit: z.literal('COUNT'),
      }),
    )
    .min(1),
  MaxResults: z.int().min(1).max(100).default(100),
  NextToken: z.string().optional(),
});

/**
 * The answer of GetCurrentMetricData: of each asked routing profile that somebody of is online, how many agents are.
 * @throws ConnectApiError or ZodError for what Connect would refuse, and for what is not played
 */
export function currentMetrics(
  body: unknown,
  organisation: Organisation,
  signedIn: readonly AgentSession[],
  now: Date,
) {
  const { Filters, CurrentMetrics, MaxResults, NextToken } = request.parse(body);
  const profiles = Filters.RoutingProfiles.map((id) => profileOf(id, organisation));
  const found = profiles.flatMap((profile) => {
    const theirs = signedIn.filter(({ agent }) => agent.routingProfile.id === profile.id);
    return theirs.some(isOnline) ? [resultOf(profile, theirs, CurrentMetrics)] : [];
  });
  const { items, ...next } = pageOf(found, { maxResults: MaxResults, nextToken: NextToken });
  return {
    MetricResults: items,
    ...next,
    DataSnapshotTime: epochSeconds(now),
    ApproximateTotalCount: found.length,
  } satisfies Omit<GetCurrentMetricDataResponse, 'DataSnapshotTime'> & { DataSnapshotTime: number };
}

function profileOf(id: string, { routingProfiles }: Organisation): RoutingProfile {
  const profile = routingProfiles.find((each) => each.id === id || each.arn === id);
  if (profile) return profile;
  throw new ConnectApiError(404, 'ResourceNotFoundException', `There is no routing profile ${id}`);
}

function resultOf(
  { id, arn }: RoutingProfile,
  agents: readonly AgentSession[],
  asked: z.infer<typeof request>['CurrentMetrics'],
) {
  return {
    Dimensions: { RoutingProfile: { Id: id, Arn: arn } },
    Collections: asked.map((Metric) => ({ Metric, Value: agents.filter(metrics[Metric.Name]).length })),
  };
}
