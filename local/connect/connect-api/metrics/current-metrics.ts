import type { GetCurrentMetricDataResponse } from '@aws-sdk/client-connect';
import { z } from 'zod';
import type { Named, Organisation, RoutingProfile } from '../../../organisation.ts';
import { epochSeconds } from '../../agent-api/times.ts';
import type { AgentSession } from '../../agents/agent-session.ts';
import type { Contact } from '../../calls/contact.ts';
import { ConnectApiError } from '../error.ts';
import { pageOf } from '../paging.ts';

const isOnline = ({ state }: AgentSession) => state.type !== 'offline';
const isOnCall = ({ call }: AgentSession) => call !== undefined && !call.isOver;
const isAvailable = (session: AgentSession) => session.state.type === 'routable' && !isOnCall(session);

/** How many agents are so; names and meanings as in "Metric definitions" of the administrator guide. */
const OF_AGENTS = {
  AGENTS_ONLINE: isOnline,
  AGENTS_STAFFED: (session) => isOnline(session) && session.state.type !== 'not_routable',
  AGENTS_AVAILABLE: isAvailable,
  AGENTS_ON_CALL: isOnCall,
  AGENTS_ON_CONTACT: ({ call }) => call !== undefined,
  AGENTS_AFTER_CONTACT_WORK: ({ state }) => state.name === 'AfterCallWork',
  AGENTS_NON_PRODUCTIVE: ({ state }) => state.type === 'not_routable',
  AGENTS_ERROR: ({ state }) => state.type === 'error',
  SLOTS_ACTIVE: ({ call }) => call !== undefined,
  SLOTS_AVAILABLE: isAvailable,
} satisfies Record<string, (session: AgentSession) => boolean>;

/** What is said of those who wait in a queue; null: nobody does. */
const OF_WAITING = {
  CONTACTS_IN_QUEUE: (waiting) => waiting.length,
  CONTACTS_SCHEDULED: () => 0,
  OLDEST_CONTACT_AGE: (waiting, now) =>
    waiting.length > 0
      ? Math.max(...waiting.map(({ initiated }) => Math.floor((now.getTime() - initiated.getTime()) / 1000)))
      : null,
  ESTIMATED_WAIT_TIME: () => null,
} satisfies Record<string, (waiting: readonly Contact[], now: Date) => number | null>;

type OfAgents = keyof typeof OF_AGENTS;
type OfWaiting = keyof typeof OF_WAITING;
const isOfAgents = (name: OfAgents | OfWaiting): name is OfAgents => Object.hasOwn(OF_AGENTS, name);

const metric = <Name extends string>(names: readonly [Name, ...Name[]]) =>
  z.strictObject({ Name: z.enum(names), Unit: z.enum(['COUNT', 'SECONDS']) });
const agentNames = Object.keys(OF_AGENTS) as [OfAgents, ...OfAgents[]];
const waitingNames = Object.keys(OF_WAITING) as [OfWaiting, ...OfWaiting[]];
const page = { MaxResults: z.int().min(1).max(100).default(100), NextToken: z.string().optional() };

/** Limits as in the API reference of GetCurrentMetricData; a filter or grouping that is not played is refused. */
const request = z.union([
  z.strictObject({
    Filters: z.strictObject({ RoutingProfiles: z.array(z.string()).min(1).max(100) }),
    Groupings: z.tuple([z.literal('ROUTING_PROFILE')]),
    CurrentMetrics: z.array(metric(agentNames)).min(1),
    ...page,
  }),
  z.strictObject({
    Filters: z.strictObject({
      Queues: z.array(z.string()).min(1).max(100),
      Channels: z.array(z.enum(['VOICE', 'CHAT', 'TASK'])).min(1),
    }),
    Groupings: z.tuple([z.literal('QUEUE'), z.literal('CHANNEL')]),
    CurrentMetrics: z.array(metric([...agentNames, ...waitingNames])).min(1),
    ...page,
  }),
]);
type Asked = z.infer<typeof request>['CurrentMetrics'];

/** What is true now. */
export interface Present {
  readonly organisation: Organisation;
  readonly signedIn: readonly AgentSession[];
  readonly waiting: readonly Contact[];
  readonly now: Date;
}

/**
 * The answer of GetCurrentMetricData: of each asked routing profile that somebody of is online how many agents are so, or of
 * each asked queue how it stands in voice, the one channel there is.
 * @throws ConnectApiError or ZodError for what Connect would refuse, and for what is not played
 */
export function currentMetrics(body: unknown, present: Present, pageSize: number) {
  const asked = request.parse(body);
  const found: readonly object[] =
    'Queues' in asked.Filters
      ? ofQueues(asked.Filters, asked.CurrentMetrics, present)
      : ofProfiles(asked.Filters.RoutingProfiles, asked.CurrentMetrics, present);
  const maxResults = Math.min(asked.MaxResults, pageSize);
  const { items, ...next } = pageOf(found, { maxResults, nextToken: asked.NextToken });
  return {
    MetricResults: items,
    ...next,
    DataSnapshotTime: epochSeconds(present.now),
    ApproximateTotalCount: found.length,
  } satisfies Record<keyof Omit<GetCurrentMetricDataResponse, 'NextToken'>, unknown>;
}

function ofProfiles(ids: readonly string[], asked: Asked, present: Present) {
  const { organisation, signedIn } = present;
  return ids.flatMap((id) => {
    const profile = namedBy(id, organisation.routingProfiles, 'routing profile');
    const theirs = signedIn.filter(({ agent }) => agent.routingProfile.id === profile.id);
    if (!theirs.some(isOnline)) return [];
    const Dimensions = { RoutingProfile: { Id: profile.id, Arn: profile.arn } };
    return { Dimensions, Collections: collections(asked, theirs, [], present.now) };
  });
}

function ofQueues(
  { Queues, Channels }: { readonly Queues: readonly string[]; readonly Channels: readonly string[] },
  asked: Asked,
  { organisation, signedIn, waiting, now }: Present,
) {
  if (!Channels.includes('VOICE')) return [];
  return Queues.map((id) => {
    const queue = namedBy(id, organisation.queues, 'queue');
    const isOf = ({ queues }: RoutingProfile) => queues.some((one) => one.id === queue.id);
    const theirs = signedIn.filter(({ agent }) => isOf(agent.routingProfile));
    const its = waiting.filter(({ spec }) => spec.queue?.id === queue.id);
    const Dimensions = { Queue: { Id: queue.id, Arn: queue.arn }, Channel: 'VOICE' };
    return { Dimensions, Collections: collections(asked, theirs, its, now) };
  });
}

function collections(asked: Asked, agents: readonly AgentSession[], waiting: readonly Contact[], now: Date) {
  return asked.map((Metric) => {
    const { Name } = Metric;
    const Value = isOfAgents(Name) ? agents.filter(OF_AGENTS[Name]).length : OF_WAITING[Name](waiting, now);
    return { Metric, Value };
  });
}

function namedBy<T extends Named>(id: string, all: readonly T[], what: string): T {
  const found = all.find((each) => each.id === id || each.arn === id);
  if (found) return found;
  throw new ConnectApiError(404, 'ResourceNotFoundException', `There is no ${what} ${id}`);
}
