import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { ConnectClient } from '@aws-sdk/client-connect';
import { Client } from '@opensearch-project/opensearch';
import { expect, onTestFinished, test } from 'vitest';
import { findConnectNames } from '../functions/clients/connect-names.ts';
import { findConnectUsers } from '../functions/clients/connect-users.ts';
import { makeDocumentStore } from '../functions/clients/document-store.ts';
import { makeSyncedUsers } from '../functions/clients/synced-users.ts';
import { syncNames } from '../functions/collect/sync-names.ts';
import { syncUsers } from '../functions/collect/sync-users.ts';
import { setUpSearch } from '../functions/setup/set-up-search.ts';
import { connectInstancesIndex } from '../model/documents/connect-instance.ts';
import { connectUsersIndex } from '../model/documents/connect-user.ts';
import { serve } from './serve.ts';

const search = new Client({ node: process.env.OPENSEARCH_URL ?? 'http://127.0.0.1:9200' });

type StandInUser = {
  Id: string;
  Arn: string;
  Username: string;
  RoutingProfileId: string;
  HierarchyGroupId: string;
};
type PageRequest = { readonly MaxResults?: number; readonly NextToken?: string };

const groups = Array.from({ length: 150 }, (_, i) => ({
  Id: `g${i}`,
  Name: `Team ${i}`,
  HierarchyPath: { LevelOne: { Name: 'Service' }, LevelTwo: { Name: `Team ${i}` } },
}));
const queues = Array.from({ length: 300 }, (_, i) => ({
  Id: `q${i}`,
  Arn: `arn:aws:connect:eu-central-1:123456789012:instance/i/queue/q${i}`,
  Name: `Queue ${i}`,
  QueueType: 'STANDARD',
}));
const user = (i: number): StandInUser => ({
  Id: `u${i}`,
  Arn: `arn:aws:connect:eu-central-1:123456789012:instance/i/agent/u${i}`,
  Username: `Agent.${i}`,
  RoutingProfileId: 'p',
  HierarchyGroupId: `g${i % 150}`,
});

function pageOf<Thing>(all: readonly Thing[], { MaxResults = 100, NextToken = '0' }: PageRequest) {
  const end = Number(NextToken) + MaxResults;
  return {
    items: all.slice(Number(NextToken), end),
    next: end < all.length ? { NextToken: String(end) } : {},
  };
}

/** What Connect lets through of each operation: two requests a second, five at once. */
function makeQuota() {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return (operation: string): boolean => {
    const at = performance.now();
    const before = buckets.get(operation) ?? { tokens: 5, at };
    const tokens = Math.min(5, before.tokens + (2 * (at - before.at)) / 1000);
    buckets.set(operation, { tokens: tokens >= 1 ? tokens - 1 : tokens, at });
    return tokens >= 1;
  };
}

/** Connect's API as far as a sync asks it, with its quotas. */
async function startConnect(users: readonly StandInUser[]) {
  const told = { answered: 0, refused: 0 };
  const quota = makeQuota();
  const answerTo = (path: string, request: PageRequest): object => {
    if (path.startsWith('/routing-profiles-summary/')) {
      return { RoutingProfileSummaryList: [{ Id: 'p', Name: 'Customer Care' }] };
    }
    if (path.startsWith('/user-hierarchy-structure/')) {
      return { HierarchyStructure: { LevelOne: { Name: 'Division' }, LevelTwo: { Name: 'Team' } } };
    }
    if (path.startsWith('/queues-summary/')) return { QueueSummaryList: queues };
    if (path === '/search-user-hierarchy-groups') {
      const { items, next } = pageOf(groups, request);
      return { UserHierarchyGroups: items, ...next };
    }
    const { items, next } = pageOf(users, request);
    return { Users: items, ...next };
  };
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname } = new URL(request.url ?? '', 'http://connect');
    const asked = request.method === 'POST' ? ((await json(request)) as PageRequest) : {};
    response.setHeader('content-type', 'application/json');
    if (quota(pathname)) {
      told.answered++;
      response.end(JSON.stringify(answerTo(pathname, asked)));
    } else {
      told.refused++;
      response.writeHead(429, { 'x-amzn-errortype': 'TooManyRequestsException' });
      response.end('{"Message":"Rate exceeded"}');
    }
  };
  const { endpoint } = await serve((request, response) => void answer(request, response));
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const client = new ConnectClient({
    endpoint,
    region: 'eu-central-1',
    credentials,
    retryMode: 'adaptive',
    maxAttempts: 8,
  });
  return { client, told };
}

test('5,000 users are synced from a Connect that throttles; ten changes are ten writes', async () => {
  await setUpSearch(search);
  const instanceId = randomUUID();
  const ofInstance = { term: { instanceId } };
  onTestFinished(async () => {
    await search.deleteByQuery({ index: connectUsersIndex, body: { query: ofInstance }, refresh: true });
    await search.delete({ index: connectInstancesIndex, id: instanceId });
  });
  const count = async (...filter: object[]) => {
    await search.indices.refresh({ index: connectUsersIndex });
    const query = { bool: { filter: [ofInstance, ...filter] } } as object;
    return (await search.count({ index: connectUsersIndex, body: { query } })).body.count;
  };
  const sync = async ({ client }: { client: ConnectClient }) => {
    // Without the pause that the function makes: the worst that can happen to it.
    const atOnce = async () => undefined;
    const find = () => findConnectUsers(client, instanceId, atOnce);
    const users = await syncUsers({ instanceId, find, synced: makeSyncedUsers(search) }, new Date());
    const findNames = () => findConnectNames(client, instanceId, atOnce);
    const names = await syncNames({ instanceId, find: findNames, store: makeDocumentStore(search) });
    return { users, names };
  };

  const first = Array.from({ length: 5000 }, (_, i) => user(i));
  const connect = await startConnect(first);
  // 10 pages of users, 2 of hierarchy groups, 1 of routing profiles; the queues, and the structure of the hierarchy.
  expect(await sync(connect)).toEqual({
    users: { users: 5000, changed: 5000, requests: 13 },
    names: { queues: 300, changed: true, requests: 2 },
  });
  expect(connect.told).toMatchObject({ answered: 15, refused: expect.toSatisfy((n: number) => n > 0) });
  expect(await count()).toBe(5000);
  expect(await count({ term: { 'agentHierarchy.level2': 'Team 7' } })).toBe(34);
  expect(
    await count({ term: { username: 'agent.4711' } }, { term: { routingProfile: 'Customer Care' } }),
  ).toBe(1);

  const moved = first.slice(3).map((its, i) => (i < 5 ? { ...its, HierarchyGroupId: 'g149' } : its));
  const again = await startConnect([...moved, user(5000), user(5001)]);
  expect(await sync(again)).toEqual({
    users: { users: 4999, changed: 10, requests: 13 },
    names: { queues: 300, changed: false, requests: 2 },
  });
  expect(await count({ term: { deleted: true } })).toBe(3);
  const said = ({ told }: typeof connect) =>
    `${told.answered} requests answered, ${told.refused} refused and repeated`;
  console.info(`users: 5,000 new: ${said(connect)}; 10 changes: ${said(again)}`);
});
