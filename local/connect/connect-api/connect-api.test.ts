import {
  ConnectClient,
  DescribeContactCommand,
  DescribeQueueCommand,
  DescribeRoutingProfileCommand,
  DescribeUserCommand,
  DescribeUserHierarchyGroupCommand,
  DescribeUserHierarchyStructureCommand,
  GetCurrentMetricDataCommand,
  ListQueuesCommand,
  ListRoutingProfilesCommand,
  ListUserHierarchyGroupsCommand,
  paginateListUsers,
  paginateSearchUsers,
} from '@aws-sdk/client-connect';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countAgentsOnline } from '../../../functions/clients/connect.ts';
import { findConnectNames } from '../../../functions/clients/connect-names.ts';
import { makeOrganisation } from '../../organisation.ts';
import { type RunningConnect, startConnect } from '../start.ts';
import { signInWithoutPage } from '../testing/sign-in-without-page.ts';

const organisation = makeOrganisation();
const InstanceId = organisation.instanceId;
let connect: RunningConnect;
let client: ConnectClient;

beforeAll(async () => {
  connect = await startConnect({ port: 0 });
  client = new ConnectClient({
    endpoint: connect.url.replace('localhost', '127.0.0.1'),
    region: organisation.region,
    credentials: { accessKeyId: 'dummy', secretAccessKey: 'dummy' },
    maxAttempts: 1,
  });
});
afterAll(async () => {
  client.destroy();
  await connect.stop();
});

test('lists all users page by page', async () => {
  const names: (string | undefined)[] = [];
  let pages = 0;
  for await (const page of paginateListUsers({ client, pageSize: 25 }, { InstanceId })) {
    pages += 1;
    names.push(...(page.UserSummaryList ?? []).map((user) => user.Username));
  }
  expect(pages).toBe(3);
  expect(names).toEqual(organisation.agents.map((agent) => agent.username));
});

test('searches users with their routing profile and hierarchy group', async () => {
  const found: (string | undefined)[] = [];
  for await (const page of paginateSearchUsers({ client, pageSize: 50 }, { InstanceId })) {
    found.push(...(page.Users ?? []).map((user) => user.HierarchyGroupId));
  }
  expect(found).toEqual(organisation.agents.map((agent) => agent.hierarchy.level2.id));
});

test('describes a user, the profile and the group that it names', async () => {
  const [agent] = organisation.agents;
  const { User } = await client.send(new DescribeUserCommand({ InstanceId, UserId: agent?.id }));
  expect(User).toMatchObject({
    Username: 'ana.silva',
    IdentityInfo: { FirstName: 'Ana', LastName: 'Silva' },
  });
  const { RoutingProfile } = await client.send(
    new DescribeRoutingProfileCommand({ InstanceId, RoutingProfileId: User?.RoutingProfileId }),
  );
  expect(RoutingProfile?.Name).toBe('Customer Care');
  const { HierarchyGroup } = await client.send(
    new DescribeUserHierarchyGroupCommand({ InstanceId, HierarchyGroupId: User?.HierarchyGroupId }),
  );
  expect(HierarchyGroup?.HierarchyPath).toMatchObject({
    LevelOne: { Name: 'Service' },
    LevelTwo: { Name: 'Billing Team' },
  });
});

test('lists queues, profiles and groups and describes the structure', async () => {
  const standard = new ListQueuesCommand({ InstanceId, QueueTypes: ['STANDARD'] });
  const { QueueSummaryList = [] } = await client.send(standard);
  expect(QueueSummaryList).toHaveLength(8);
  // Unless one says which, each agent's own are among them.
  const { QueueSummaryList: all = [] } = await client.send(new ListQueuesCommand({ InstanceId }));
  expect(all).toHaveLength(8 + organisation.agents.length);
  expect(all.at(-1)).toMatchObject({ QueueType: 'AGENT', Arn: expect.stringContaining('/queue/agent/') });
  const { Queue } = await client.send(
    new DescribeQueueCommand({ InstanceId, QueueId: QueueSummaryList[0]?.Id }),
  );
  expect(Queue).toMatchObject({ Name: 'Billing', Status: 'ENABLED' });
  const profiles = await client.send(new ListRoutingProfilesCommand({ InstanceId }));
  expect(profiles.RoutingProfileSummaryList).toHaveLength(4);
  const groups = await client.send(new ListUserHierarchyGroupsCommand({ InstanceId }));
  expect(groups.UserHierarchyGroupSummaryList).toHaveLength(8);
  const { HierarchyStructure } = await client.send(new DescribeUserHierarchyStructureCommand({ InstanceId }));
  expect(HierarchyStructure).toMatchObject({ LevelOne: { Name: 'Division' }, LevelTwo: { Name: 'Team' } });
});

test('gives the names of queues and of the hierarchy’s levels as the sync asks for them', async () => {
  const found = await findConnectNames(client, InstanceId, async () => undefined);
  expect(found).toMatchObject({ hierarchyLevels: { level1: 'Division', level2: 'Team' }, requests: 2 });
  expect(found.queues.map(({ name }) => name)).toContain('Billing');
  expect(found.queues).toHaveLength(8);
});

test('throttles as Connect does, in a way that the SDK waits for and repeats', async () => {
  const describe = () => client.send(new DescribeUserHierarchyStructureCommand({ InstanceId }));
  const outcomes = await Promise.allSettled(Array.from({ length: 9 }, describe));
  const refused = outcomes.flatMap((its) => (its.status === 'rejected' ? [its.reason] : []));
  expect(refused.length).toBeGreaterThan(0);
  expect(refused[0]).toMatchObject({ name: 'ThrottlingException', $metadata: { httpStatusCode: 429 } });
});

test('says what it does not know in a way that the SDK understands', async () => {
  const unknown = client.send(new DescribeContactCommand({ InstanceId, ContactId: 'nobody' }));
  await expect(unknown).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  const elsewhere = client.send(new ListQueuesCommand({ InstanceId: 'another' }));
  await expect(elsewhere).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  const badToken = client.send(new ListQueuesCommand({ InstanceId, NextToken: 'x' }));
  await expect(badToken).rejects.toMatchObject({ name: 'InvalidParameterException' });
});

test('counts those who are signed in and not Offline, as the watch function asks', async () => {
  expect(await countAgentsOnline(client, InstanceId)).toBe(0);
  const sessions = await Promise.all(
    ['ana.silva', 'piotr.kowalski'].map((agent) => signInWithoutPage(connect.url, agent)),
  );
  expect(await countAgentsOnline(client, InstanceId)).toBe(2);
  await sessions[0]?.choose('Offline');
  expect(await countAgentsOnline(client, InstanceId)).toBe(1);
});

test('refuses to count by what it does not play', async () => {
  const all = { InstanceId, CurrentMetrics: [{ Name: 'AGENTS_ONLINE', Unit: 'COUNT' }] } as const;
  const byQueue = new GetCurrentMetricDataCommand({
    ...all,
    CurrentMetrics: [...all.CurrentMetrics],
    Filters: { Queues: ['x'] },
  });
  await expect(client.send(byQueue)).rejects.toMatchObject({ name: 'InvalidParameterException' });
});
