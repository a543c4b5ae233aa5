import { type Context, Hono } from 'hono';
import { ZodError, z } from 'zod';
import type { Organisation, RoutingProfile } from '../../organisation.ts';
import type { Sessions } from '../agents/sessions.ts';
import type { Calls } from '../calls/calls.ts';
import type { Contacts } from '../calls/contacts.ts';
import { Refusal } from '../problem.ts';
import { describedContact } from './contact.ts';
import { ConnectApiError } from './error.ts';
import { hierarchyGroup, hierarchyStructure, summary } from './hierarchy.ts';
import type { History } from './metrics/history.ts';
import { metricsRoutes } from './metrics/routes.ts';
import type { MetricsTrouble } from './metrics/trouble.ts';
import { pageOf } from './paging.ts';
import { listedQueues } from './queues.ts';
import { makeThrottle } from './throttle.ts';
import { describedUser, foundUser, userSummary } from './users.ts';

const RESOURCES = [
  'contacts',
  'queues',
  'queues-summary',
  'routing-profiles',
  'routing-profiles-summary',
  'user-hierarchy-groups',
  'user-hierarchy-groups-summary',
  'user-hierarchy-structure',
  'users',
  'users-summary',
];
const SEARCHES = ['search-user-hierarchy-groups', 'search-users'];

export interface ConnectApiParts {
  readonly contacts: Contacts;
  readonly calls: Calls;
  readonly history: History;
  readonly metricsTrouble: MetricsTrouble;
}

/**
 * The Amazon Connect API that the functions call, as far as they do: REST-JSON as @aws-sdk/client-connect speaks it, at the root of
 * the simulator, which is what AWS_ENDPOINT_URL_CONNECT names. It lets through as much of each operation as Connect does.
 */
export function connectApi(
  organisation: Organisation,
  sessions: Sessions,
  { contacts, calls, history, metricsTrouble: trouble }: ConnectApiParts,
): Hono {
  const { instanceArn } = organisation;
  const throttle = makeThrottle();
  return new Hono()
    .use(`/:resource{${[...RESOURCES, ...SEARCHES].join('|')}}/*`, async (c, next) => {
      throttle(operationOf(c.req.path));
      await next();
    })
    .use(`/:resource{${RESOURCES.join('|')}}/:instanceId/*`, async (c, next) => {
      sameInstance(c.req.param('instanceId'), organisation);
      await next();
    })
    .route('/', users(organisation, sessions))
    .route('/', queuesAndProfiles(organisation, sessions))
    .route('/', hierarchy(organisation))
    .get('/contacts/:instanceId/:id', (c) => {
      const contact = contacts.get(c.req.param('id'));
      return c.json({ Contact: describedContact(contact, calls.find(contact.contactId), instanceArn) });
    })
    .route(
      '/',
      metricsRoutes({
        organisation,
        sessions,
        contacts,
        history,
        trouble,
        sameInstance: (id) => sameInstance(id, organisation),
      }),
    )
    .onError(connectApiError);
}

function users(organisation: Organisation, sessions: Pick<Sessions, 'users'>): Hono {
  return new Hono()
    .get('/users-summary/:instanceId', (c) => {
      const { items, ...next } = pageOf(sessions.users, c.req.query());
      return c.json({ UserSummaryList: items.map(userSummary), ...next });
    })
    .post('/search-users', async (c) => {
      const request = await searched(c, organisation);
      const { items, ...next } = pageOf(sessions.users, request, 500);
      return c.json({ Users: items.map(foundUser), ...next, ApproximateTotalCount: sessions.users.length });
    })
    .get('/users/:instanceId/:id', (c) => c.json({ User: describedUser(withId(sessions.users, c)) }));
}

/** Each operation has a path of its own: `users/INSTANCE/ID` describes one user, `users-summary/INSTANCE` lists them. */
function operationOf(path: string): string {
  return path.split('/')[1] ?? '';
}

function queuesAndProfiles(
  { queues, routingProfiles, instanceId }: Organisation,
  sessions: Pick<Sessions, 'users'>,
): Hono {
  const profile = (of: RoutingProfile) => ({
    InstanceId: instanceId,
    Name: of.name,
    RoutingProfileArn: of.arn,
    RoutingProfileId: of.id,
    MediaConcurrencies: [{ Channel: 'VOICE', Concurrency: 1 }],
    DefaultOutboundQueueId: of.queues[0]?.id,
    NumberOfAssociatedQueues: of.queues.length,
    Tags: {},
  });
  return new Hono()
    .get('/queues-summary/:instanceId', (c) => {
      const all = listedQueues(queues, sessions.users, c.req.queries('queueTypes'));
      const { items, ...next } = pageOf(all, { maxResults: 100, ...c.req.query() });
      return c.json({ QueueSummaryList: items, ...next });
    })
    .get('/queues/:instanceId/:id', (c) => {
      const { name, arn, id } = withId(queues, c);
      return c.json({ Queue: { Name: name, QueueArn: arn, QueueId: id, Status: 'ENABLED', Tags: {} } });
    })
    .get('/routing-profiles-summary/:instanceId', (c) => {
      const { items, ...next } = pageOf(routingProfiles, c.req.query());
      return c.json({ RoutingProfileSummaryList: items.map(summary), ...next });
    })
    .get('/routing-profiles/:instanceId/:id', (c) =>
      c.json({ RoutingProfile: profile(withId(routingProfiles, c)) }),
    );
}

function hierarchy(organisation: Organisation): Hono {
  return new Hono()
    .get('/user-hierarchy-structure/:instanceId', (c) =>
      c.json({ HierarchyStructure: hierarchyStructure(organisation) }),
    )
    .get('/user-hierarchy-groups-summary/:instanceId', (c) => {
      const { items, ...next } = pageOf(organisation.hierarchyGroups, c.req.query());
      return c.json({ UserHierarchyGroupSummaryList: items.map(summary), ...next });
    })
    .post('/search-user-hierarchy-groups', async (c) => {
      const { items, ...next } = pageOf(organisation.hierarchyGroups, await searched(c, organisation), 100);
      return c.json({
        UserHierarchyGroups: items.map((group) => hierarchyGroup(group, organisation)),
        ...next,
      });
    })
    .get('/user-hierarchy-groups/:instanceId/:id', (c) =>
      c.json({ HierarchyGroup: hierarchyGroup(withId(organisation.hierarchyGroups, c), organisation) }),
    );
}

/** The page that a search asks for. Throws InvalidParameterException, or ResourceNotFoundException for another instance. */
async function searched(c: Context, organisation: Organisation) {
  const { InstanceId, MaxResults, NextToken } = searchRequest.parse(await c.req.json());
  sameInstance(InstanceId, organisation);
  return { maxResults: MaxResults, nextToken: NextToken };
}

const searchRequest = z.strictObject({
  InstanceId: z.string(),
  MaxResults: z.number().optional(),
  NextToken: z.string().optional(),
});

function sameInstance(id: string | undefined, { instanceId, instanceArn }: Organisation): void {
  if (id === instanceId || id === instanceArn) return;
  throw new ConnectApiError(
    404,
    'ResourceNotFoundException',
    `There is no instance ${id}: it is ${instanceId}`,
  );
}

function withId<T extends { readonly id: string }>(things: readonly T[], c: Context): T {
  const id = c.req.param('id');
  const thing = things.find((each) => each.id === id);
  if (!thing)
    throw new ConnectApiError(404, 'ResourceNotFoundException', `There is nothing with the id ${id}`);
  return thing;
}

function connectApiError(error: Error, c: Context): Response {
  const known = asConnectApiError(error);
  if (!known) throw error;
  return c.json({ Message: known.message }, known.status, { 'x-amzn-errortype': known.type });
}

function asConnectApiError(error: Error): ConnectApiError | undefined {
  if (error instanceof ConnectApiError) return error;
  if (error instanceof ZodError) return new ConnectApiError(400, 'InvalidParameterException', error.message);
  if (error instanceof Refusal) return new ConnectApiError(404, 'ResourceNotFoundException', error.message);
  return undefined;
}
