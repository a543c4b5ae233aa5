import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { keptResources } from '../deploy/cli/kept-data.ts';
import { packageVariant } from './deployment/package-variant.ts';
import { expectNeverToSignIn, expectPartnerToRead } from './deployment/partner-role.ts';
import { rightsOf } from './deployment/role-rights.ts';
import { servicesCalled } from './deployment/services-called.ts';
import { rightsOfSources } from './deployment/source-rights.ts';
import { policyDocument, type Resource, resourcesOf, statementsOf } from './deployment/template.ts';
import { variants } from './deployment/variants.ts';
import { functionRights } from './rights/function-rights.ts';

/** What is deployed, read from what `serverless package` makes of serverless.yml. */
const files: Record<string, string> = {};
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deployment-'));
  const forged = { ...variants.small, sourceIpHeader: 'x-forged' };
  files.local = packageVariant('local', forged, join(folder, 'local'));
  for (const [name, parameters] of Object.entries({ ...variants, small: forged })) {
    files[name] = packageVariant('production', parameters, join(folder, name));
  }
}, 480_000);
afterAll(() => rm(folder, { recursive: true }));

const fileOf = (variant: string) => files[variant] ?? '';
const textOf = (variant: string) => readFileSync(fileOf(variant), 'utf8');
const names = Object.keys(variants);

const attribute = z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) });
const attributes = z.array(attribute).transform((all) => all.map((its) => its['Fn::GetAtt'][0]));
const lambda = z.object({
  FunctionName: z.string(),
  Handler: z.string(),
  Role: attribute.transform((its) => its['Fn::GetAtt'][0]),
  Architectures: z.tuple([z.literal('arm64')]),
  Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }),
  VpcConfig: z.unknown().optional(),
  KmsKeyArn: z.unknown().optional(),
});
const functionsOf = (variant: string) =>
  resourcesOf(fileOf(variant), 'AWS::Lambda::Function').map(({ properties }) => lambda.parse(properties));
const rolesOf = (variant: string) => resourcesOf(fileOf(variant), 'AWS::IAM::Role');
/** As CloudFormation writes it; in a text of ours it would look like a template literal's. */
const placeholder = (name: string) => ['$', `{${name}}`].join('');
const one = (variant: string, type: string): Resource => {
  const [resource] = resourcesOf(fileOf(variant), type);
  if (!resource) throw new Error(`${variant} has no ${type}`);
  return resource;
};

test('only the local stage takes the source address from a header', () => {
  expect(textOf('local')).toMatch(/SOURCE_IP_HEADER/);
  for (const name of names) expect(textOf(name)).not.toMatch(/SOURCE_IP_HEADER|x-local-source-ip|x-forged/i);
});

test('only the local stage talks to the search domain without TLS and signature', () => {
  for (const name of names) {
    for (const { Environment } of functionsOf(name)) {
      expect(Environment.Variables.SEARCH_AUTH).toBe('sigv4');
      expect(JSON.stringify(Environment.Variables.OPENSEARCH_ENDPOINT)).toContain('https://');
    }
    expect(textOf(name)).not.toMatch(/http:\/\//);
  }
});

test('every function has a role of its own', () => {
  const roles = functionsOf('small').map(({ Role }) => Role);
  expect(roles.length).toBeGreaterThanOrEqual(6);
  expect(new Set(roles).size).toBe(roles.length);
});

test('nobody may do everything to everything', () => {
  for (const name of names) {
    const policies = resourcesOf(fileOf(name), 'AWS::S3::BucketPolicy').map(({ properties }) =>
      policyDocument.parse(properties.PolicyDocument),
    );
    const statements = [...rolesOf(name).flatMap(statementsOf), ...policies.flatMap((its) => its.Statement)];
    expect(statements.length).toBeGreaterThan(10);
    const everything = statements.filter(
      ({ Effect, Action, Resource }) =>
        Effect === 'Allow' && Action.some((its) => /^(\*|\w+:\*)$/.test(its)) && Resource.includes('*'),
    );
    expect(everything).toEqual([]);
  }
});

test('only what knows no resource to be limited to is allowed for all, in a statement of its own', () => {
  const setup = rolesOf('small').find(({ name }) => name === 'SetupSearchRole');
  const forAll = (setup ? statementsOf(setup) : []).filter(({ Resource }) => Resource.includes('*'));
  expect(forAll).toEqual([
    { Effect: 'Allow', Action: ['cognito-identity:SetIdentityPoolRoles'], Resource: ['*'] },
  ]);
});

/** `ingest/softphone-stats` of a function's Handler. */
const moduleOf = (handler: string) => handler.replace(/^functions\/|\.handler$/g, '');

test.for(names)('%s: each function may do what it does, and nothing more', (name) => {
  const roles = rolesOf(name);
  for (const { Handler, Role, FunctionName } of functionsOf(name)) {
    const role = roles.find((its) => its.name === Role);
    const log = ['CreateLogStream', 'PutLogEvents'].map((its) => `logs:${its} /aws/lambda/${FunctionName}:*`);
    const own = functionRights[moduleOf(Handler)] ?? [];
    const expected = [...own, ...log, ...rightsOfSources(fileOf(name), FunctionName)]
      // To the OpenSearch Dashboards of an existing domain nobody is admitted but by its own admins.
      .filter((right) => name !== 'existing' || !right.startsWith('cognito-'))
      // There is none unless a parameter names it.
      .filter((right) => name !== 'small' || !right.includes('HistoryBucket'));
    expect({ Handler, rights: role && rightsOf(statementsOf(role)) }).toEqual({
      Handler,
      rights: expected.sort(),
    });
  }
});

test('nothing in a bundle calls a service that its function has no right for', () => {
  for (const { Handler } of functionsOf('small')) {
    const rights = functionRights[moduleOf(Handler)] ?? [];
    const services = [...new Set(rights.map((right) => right.split(':')[0]))].sort();
    expect({ Handler, services }).toEqual({ Handler, services: servicesCalled(Handler) });
  }
});

const setup = z.object({
  Writers: attributes,
  Readers: attributes,
  Keepers: attributes,
  Admins: attributes,
  Partners: attributes,
  PartnerIndices: z.array(z.string()),
});
const principal = z.object({ AWS: attribute }).transform((its) => its.AWS['Fn::GetAtt'][0]);

test('whom the search domain admits may ask it what the own role says', () => {
  for (const name of ['small', 'hardened']) {
    const domain = one(name, 'AWS::OpenSearchService::Domain').properties;
    const statements = policyDocument
      .parse(domain.AccessPolicies)
      .Statement.map((its) => ({ role: principal.parse(its.Principal), its }));
    const admitted = [...new Set(statements.map(({ role }) => role))].map((role) => {
      const own = statements.filter((statement) => statement.role === role);
      return { role, rights: rightsOf(own.map(({ its }) => its)) };
    });
    const searching = rolesOf(name)
      .map((role) => ({ role: role.name, rights: rightsOf(statementsOf(role)) }))
      .map(({ role, rights }) => ({ role, rights: rights.filter((right) => right.startsWith('es:')) }))
      .filter(({ rights }) => rights.length > 0);
    const byRole = (one: { role: string }, other: { role: string }) => one.role.localeCompare(other.role);
    expect(admitted.sort(byRole)).toEqual(searching.sort(byRole));
  }
});

test('who searches has the rights of their work within the domain', () => {
  const { Writers, Readers, Keepers, Admins } = setup.parse(one('small', 'Custom::SearchSetup').properties);
  expect(Keepers).toEqual(['RetentionRole']);
  expect(Readers.sort()).toEqual(['HealthRole', 'QueryRole', 'WatchRole']);
  expect(Writers.sort()).toEqual([
    'AgentEventsRole',
    'AlertPagesRole',
    'AlertRole',
    'ApiMetricsRole',
    'BackfillRole',
    'ContactFlowLogsRole',
    'ContactRecordsRole',
    'EraseRole',
    'JoinRole',
    'JudgeRole',
    'QueuedMessagesRole',
    'ReplayRole',
    'RollUpRole',
    'SelfTestRole',
    'SoftphoneReportsRole',
    'SoftphoneStatsRole',
    'UsersRole',
  ]);
  expect(Admins).toEqual(['DashboardsAdminRole']);
  expect(setup.parse(one('hardened', 'Custom::SearchSetup').properties)).toMatchObject({
    Partners: ['PartnerRole'],
    PartnerIndices: ['softphone-calls-*', 'softphone-call-reports-*'],
  });
});

const partner = (name: string) => rolesOf(name).find((role) => role.name === 'PartnerRole');

test('a partner comes in with the external id, for twelve hours, and reads what was chosen', () => {
  expect(partner('small')).toBeUndefined();
  expectPartnerToRead(partner('hardened'));
});

test('a partner can never sign in through the role, and may be given streams that exist already', () => {
  for (const name of ['hardened', 'existing']) expectNeverToSignIn(partner(name));
  const { contactRecordsStreamArn, agentEventsStreamArn } = variants.existing ?? {};
  expect(JSON.stringify(partner('existing'))).toContain(
    JSON.stringify([contactRecordsStreamArn, agentEventsStreamArn]),
  );
});

test('one stage can be in two regions: what has one name for the whole account names the region', () => {
  const types = ['OriginAccessControl', 'ResponseHeadersPolicy'] as const;
  for (const name of names) {
    for (const type of types) {
      const resources = resourcesOf(fileOf(name), `AWS::CloudFront::${type}`);
      expect(resources.length).toBeGreaterThan(0);
      for (const { properties } of resources) {
        expect(properties[`${type}Config`]).toMatchObject({
          Name: { 'Fn::Sub': expect.stringContaining(placeholder('AWS::Region')) },
        });
      }
    }
    // Of these, a name would be too; CloudFormation makes one that nobody else has.
    for (const { properties } of rolesOf(name)) expect(properties).not.toHaveProperty('RoleName');
    for (const { properties } of resourcesOf(fileOf(name), 'AWS::S3::Bucket')) {
      expect(properties).not.toHaveProperty('BucketName');
    }
  }
});

test('size ha spreads managers and data over three zones', () => {
  expect(one('hardened', 'AWS::OpenSearchService::Domain').properties.ClusterConfig).toMatchObject({
    InstanceCount: 3,
    DedicatedMasterEnabled: true,
    DedicatedMasterCount: 3,
    ZoneAwarenessEnabled: true,
    ZoneAwarenessConfig: { AvailabilityZoneCount: 3 },
  });
  expect(one('small', 'AWS::OpenSearchService::Domain').properties.ClusterConfig).toMatchObject({
    InstanceCount: 1,
    DedicatedMasterEnabled: false,
    ZoneAwarenessEnabled: false,
  });
});

test('a VPC and a key given are every function’s, and its logs’', () => {
  for (const { VpcConfig, KmsKeyArn } of functionsOf('hardened')) {
    expect(VpcConfig).toMatchObject({ SecurityGroupIds: ['sg-0a0a0a0a'] });
    expect(KmsKeyArn).toBe(variants.hardened?.kmsKeyArn);
  }
  for (const { properties } of resourcesOf(fileOf('hardened'), 'AWS::Logs::LogGroup')) {
    expect(properties).toMatchObject({ KmsKeyId: variants.hardened?.kmsKeyArn, RetentionInDays: 365 });
  }
});

test('what exists already is used, and not made', () => {
  for (const type of ['AWS::OpenSearchService::Domain', 'AWS::Cognito::UserPool', 'AWS::Kinesis::Stream']) {
    expect(resourcesOf(fileOf('existing'), type)).toEqual([]);
  }
  expect(one('existing', 'AWS::Cognito::UserPoolClient').properties.UserPoolId).toBe(
    'eu-central-1_AbCdEfGhI',
  );
  for (const { Environment } of functionsOf('existing')) {
    expect(Environment.Variables.OPENSEARCH_ENDPOINT).toContain(variants.existing?.searchEndpoint);
  }
});

test('every function has an alarm for its faults and one for its throttles, and every alarm tells somebody', () => {
  const alarms = resourcesOf(fileOf('small'), 'AWS::CloudWatch::Alarm').map(({ properties }) => properties);
  const alarmNames = alarms.map(({ AlarmName }) => String(AlarmName));
  for (const { properties } of resourcesOf(fileOf('small'), 'AWS::Lambda::Function')) {
    expect(alarmNames).toContain(`${properties.FunctionName}-errors`);
    expect(alarmNames).toContain(`${properties.FunctionName}-throttles`);
  }
  expect(new Set(alarmNames).size).toBe(alarmNames.length);
  for (const { AlarmActions } of alarms) expect(AlarmActions).toEqual([{ Ref: 'AlarmsTopic' }]);
});

test('nothing asks a domain or pool that exists already for what only one of ours has', () => {
  // `${self:custom.given.searchDomainArn}` and `.userPool` know both.
  expect(textOf('existing')).not.toMatch(/"?(SearchDomain|UserPool)(\.|"\s*[,}\]]|\})/);
});

test('what is kept when the stack is removed is what `npm run remove` knows of', () => {
  const resources = z.object({
    Resources: z.record(z.string(), z.object({ DeletionPolicy: z.string().optional() })),
  });
  const { Resources } = resources.parse(JSON.parse(textOf('hardened')));
  const retained = Object.entries(Resources).flatMap(([name, its]) => (its.DeletionPolicy ? [name] : []));
  expect(retained.sort()).toEqual([...keptResources].sort());
});

const state = z.object({
  service: z.object({ provider: z.object({ stackTags: z.record(z.string(), z.string()) }) }),
});

test('the stack has the tags, which CloudFormation gives to all of it', () => {
  const file = join(dirname(fileOf('hardened')), 'serverless-state.json');
  const { service } = state.parse(JSON.parse(readFileSync(file, 'utf8')));
  expect(service.provider.stackTags).toEqual({
    costCentre: '4711',
    service: 'softphone-quality',
    stage: 'production',
  });
});
