import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { keptResources } from '../deploy/cli/kept-data.ts';
import { type Deployment, readDeployment } from './deployment/deployment.ts';
import { expectToShareAccount } from './deployment/names.ts';
import { packageVariant } from './deployment/package-variant.ts';
import { expectNeverToSignIn, expectPartnerToRead } from './deployment/partner-role.ts';
import { rightsOf } from './deployment/role-rights.ts';
import {
  expectDomainToAdmitByRoles,
  expectPartnerToBeConfined,
  expectRightsOfWork,
} from './deployment/search-rights.ts';
import { servicesCalled } from './deployment/services-called.ts';
import { rightsOfSources } from './deployment/source-rights.ts';
import { policyDocument, statementsOf } from './deployment/template.ts';
import { variants } from './deployment/variants.ts';
import { functionRights } from './rights/function-rights.ts';

/** What is deployed, read from what `serverless package` makes of serverless.yml. */
const deployments: Record<string, Deployment> = {};
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deployment-'));
  const forged = { ...variants.small, sourceIpHeader: 'x-forged' };
  const local = await packageVariant('local', forged, join(folder, 'local'));
  deployments.local = readDeployment(local);
  for (const [name, parameters] of Object.entries({ ...variants, small: forged })) {
    deployments[name] = readDeployment(await packageVariant('production', parameters, join(folder, name)));
  }
});
afterAll(() => rm(folder, { recursive: true }));

const of = (variant: string): Deployment => {
  const found = deployments[variant];
  if (!found) throw new Error(`${variant} was not packaged`);
  return found;
};
const names = Object.keys(variants);

test('only the local stage takes the source address from a header', () => {
  expect(of('local').text).toMatch(/SOURCE_IP_HEADER/);
  for (const name of names) expect(of(name).text).not.toMatch(/SOURCE_IP_HEADER|x-local-source-ip|x-forged/i);
});

test('only the local stage talks to the search domain without TLS and signature', () => {
  for (const name of names) {
    for (const { Environment } of of(name).functions) {
      expect(Environment.Variables.SEARCH_AUTH).toBe('sigv4');
      expect(JSON.stringify(Environment.Variables.OPENSEARCH_ENDPOINT)).toContain('https://');
    }
    expect(of(name).text).not.toMatch(/http:\/\//);
  }
});

test('every function has a role of its own', () => {
  const roles = of('small').functions.map(({ Role }) => Role);
  expect(roles.length).toBeGreaterThanOrEqual(6);
  expect(new Set(roles).size).toBe(roles.length);
});

test('nobody may do everything to everything', () => {
  for (const name of names) {
    const policies = of(name)
      .resources('AWS::S3::BucketPolicy')
      .map(({ properties }) => policyDocument.parse(properties.PolicyDocument));
    const statements = [...of(name).roles.flatMap(statementsOf), ...policies.flatMap((its) => its.Statement)];
    expect(statements.length).toBeGreaterThan(10);
    const everything = statements.filter(
      ({ Effect, Action, Resource }) =>
        Effect === 'Allow' && Action.some((its) => /^(\*|\w+:\*)$/.test(its)) && Resource.includes('*'),
    );
    expect(everything).toEqual([]);
  }
});

test('only what knows no resource to be limited to is allowed for all, in a statement of its own', () => {
  const setup = of('small').roles.find(({ name }) => name === 'SetupSearchRole');
  const forAll = (setup ? statementsOf(setup) : []).filter(({ Resource }) => Resource.includes('*'));
  expect(forAll).toEqual([
    { Effect: 'Allow', Action: ['cognito-identity:SetIdentityPoolRoles'], Resource: ['*'] },
  ]);
});

/** `ingest/softphone-stats` of a function's Handler. */
const moduleOf = (handler: string) => handler.replace(/^functions\/|\.handler$/g, '');

test.for(names)('%s: each function may do what it does, and nothing more', (name) => {
  const roles = of(name).roles;
  for (const { Handler, Role, FunctionName } of of(name).functions) {
    const role = roles.find((its) => its.name === Role);
    const log = ['CreateLogStream', 'PutLogEvents'].map((its) => `logs:${its} /aws/lambda/${FunctionName}:*`);
    const own = functionRights[moduleOf(Handler)] ?? [];
    const expected = [...own, ...log, ...rightsOfSources(of(name).file, FunctionName)]
      // To the OpenSearch Dashboards of an existing domain nobody is admitted but by its own admins.
      .filter((right) => name !== 'existing' || !right.startsWith('cognito-'))
      .map((right) => right.replace(/AgentEventsStream$/, variants[name]?.agentEventsStreamArn ?? '$&'))
      // Nothing is searched where nothing is forwarded.
      .filter((right) => name === 'hardened' || Role !== 'SinkRole' || !right.startsWith('es:'))
      // There is none unless a parameter names it.
      .filter((right) => name !== 'small' || !/HistoryBucket| Wfm/.test(right));
    expect({ Handler, rights: role && rightsOf(statementsOf(role)) }).toEqual({
      Handler,
      rights: expected.sort(),
    });
  }
});

test('nothing in a bundle calls a service that its function has no right for', () => {
  for (const { Handler } of of('small').functions) {
    const rights = functionRights[moduleOf(Handler)] ?? [];
    const services = [...new Set(rights.map((right) => right.split(':')[0]))].sort();
    expect({ Handler, services }).toEqual({ Handler, services: servicesCalled(Handler) });
  }
});

test('whom the search domain admits may ask it what the own role says', () => {
  for (const name of ['small', 'hardened']) expectDomainToAdmitByRoles(of(name));
});

test('who searches has the rights of their work within the domain', () => {
  expectRightsOfWork(of('small'));
  expectPartnerToBeConfined(of('hardened'));
});

const partner = (name: string) => of(name).roles.find((role) => role.name === 'PartnerRole');

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
  for (const name of names) expectToShareAccount(of(name));
});

test('size ha spreads managers and data over three zones', () => {
  expect(of('hardened').one('AWS::OpenSearchService::Domain').properties.ClusterConfig).toMatchObject({
    InstanceCount: 3,
    DedicatedMasterEnabled: true,
    DedicatedMasterCount: 3,
    ZoneAwarenessEnabled: true,
    ZoneAwarenessConfig: { AvailabilityZoneCount: 3 },
  });
  expect(of('small').one('AWS::OpenSearchService::Domain').properties.ClusterConfig).toMatchObject({
    InstanceCount: 1,
    DedicatedMasterEnabled: false,
    ZoneAwarenessEnabled: false,
  });
});

test('a VPC and a key given are every function’s, and its logs’', () => {
  for (const { VpcConfig, KmsKeyArn } of of('hardened').functions) {
    expect(VpcConfig).toMatchObject({ SecurityGroupIds: ['sg-0a0a0a0a'] });
    expect(KmsKeyArn).toBe(variants.hardened?.kmsKeyArn);
  }
  for (const { properties } of of('hardened').resources('AWS::Logs::LogGroup')) {
    expect(properties).toMatchObject({ KmsKeyId: variants.hardened?.kmsKeyArn, RetentionInDays: 365 });
  }
});

test('what exists already is used, and not made', () => {
  for (const type of ['AWS::OpenSearchService::Domain', 'AWS::Cognito::UserPool', 'AWS::Kinesis::Stream']) {
    expect(of('existing').resources(type)).toEqual([]);
  }
  expect(of('existing').one('AWS::Cognito::UserPoolClient').properties.UserPoolId).toBe(
    'eu-central-1_AbCdEfGhI',
  );
  for (const { Environment } of of('existing').functions) {
    expect(Environment.Variables.OPENSEARCH_ENDPOINT).toContain(variants.existing?.searchEndpoint);
  }
});

test('every function has an alarm for its faults and one for its throttles, and every alarm tells somebody', () => {
  const alarms = of('small')
    .resources('AWS::CloudWatch::Alarm')
    .map(({ properties }) => properties);
  const alarmNames = alarms.map(({ AlarmName }) => String(AlarmName));
  for (const { properties } of of('small').resources('AWS::Lambda::Function')) {
    expect(alarmNames).toContain(`${properties.FunctionName}-errors`);
    expect(alarmNames).toContain(`${properties.FunctionName}-throttles`);
  }
  expect(new Set(alarmNames).size).toBe(alarmNames.length);
  for (const { AlarmActions } of alarms) expect(AlarmActions).toEqual([{ Ref: 'AlarmsTopic' }]);
});

test('what Connect counts is polled where somebody wants it, and else nobody is invoked', () => {
  const rules = (name: string) =>
    of(name)
      .resources('AWS::Events::Rule')
      .map(({ properties }) => properties)
      .filter(({ Targets }) => /(Current|Historical)Metrics/.test(JSON.stringify(Targets)))
      .map(({ State, ScheduleExpression }) => `${State} ${ScheduleExpression}`);
  expect(rules('small')).toEqual(['DISABLED rate(1 minute)', 'DISABLED rate(15 minutes)']);
  expect(rules('hardened')).toEqual(['ENABLED rate(1 minute)', 'ENABLED cron(0/5 8-19 ? * MON-FRI *)']);
});

test('nothing asks a domain or pool that exists already for what only one of ours has', () => {
  // `${self:custom.given.searchDomainArn}` and `.userPool` know both.
  expect(of('existing').text).not.toMatch(/"?(SearchDomain|UserPool)(\.|"\s*[,}\]]|\})/);
});

test('what is kept when the stack is removed is what `npm run remove` knows of', () => {
  const resources = z.object({
    Resources: z.record(z.string(), z.object({ DeletionPolicy: z.string().optional() })),
  });
  const { Resources } = resources.parse(JSON.parse(of('hardened').text));
  const retained = Object.entries(Resources).flatMap(([name, its]) => (its.DeletionPolicy ? [name] : []));
  expect(retained.sort()).toEqual([...keptResources].sort());
});

const state = z.object({
  service: z.object({ provider: z.object({ stackTags: z.record(z.string(), z.string()) }) }),
});

test('the stack has the tags, which CloudFormation gives to all of it', () => {
  const file = join(dirname(of('hardened').file), 'serverless-state.json');
  const { service } = state.parse(JSON.parse(readFileSync(file, 'utf8')));
  expect(service.provider.stackTags).toEqual({
    costCentre: '4711',
    service: 'softphone-quality',
    stage: 'production',
  });
});

test('only a page that hosts the sound of calls may open sockets to Connect’s signalling', () => {
  const policies = (name: string) =>
    JSON.stringify(of(name).resources('AWS::CloudFront::ResponseHeadersPolicy'));
  expect(policies('small')).not.toContain('connect-telecom');
  for (const name of ['hardened', 'existing']) {
    expect(policies(name)).toMatch(/connect-src 'self' [^;]*wss:\/\/\*\.connect-telecom\./);
  }
});
