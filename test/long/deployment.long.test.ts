import { execFile } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
  CloudFormationClient,
  DescribeStacksCommand,
  paginateDescribeStackEvents,
} from '@aws-sdk/client-cloudformation';
import {
  CognitoIdentityProviderClient,
  DescribeUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { GetObjectCommand, HeadBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deleteData, stackContents } from '../../deploy/cli/kept-data.ts';
import { readOutputs } from '../../deploy/read-outputs.ts';
import { awsEnvironment, clientConfig, REGION } from '../../local/aws/account.ts';
import { functionEnvironment } from '../../local/aws/function-environment.ts';
import { localParameters } from '../../local/aws/serverless.ts';
import { emulator } from '../../local/parts/emulator.ts';
import { searchNode } from '../../local/parts/search-node.ts';
import { portsFrom } from '../../local/ports.ts';
import { supervise } from '../../local/supervise.ts';
import { freePorts } from '../e2e/free-ports.ts';
import { deploymentFolder, root } from '../e2e/harness/folders.ts';

/** The commands of docs/deploy.md, into an AWS emulator of their own. */
const ports = portsFrom(await freePorts());
const config = clientConfig(ports);
const logs = join(deploymentFolder, 'logs');
const supervisor = supervise({ logs, say: () => {}, onFatal: (reason) => console.error(reason) });
const run = promisify(execFile);
const STACK = 'softphone-quality-local';
const stacks = new CloudFormationClient(config);
const buckets = new S3Client({ ...config, forcePathStyle: true });

beforeAll(async () => {
  await rm(deploymentFolder, { recursive: true, force: true });
  await mkdir(logs, { recursive: true });
  const searchUrl = `http://127.0.0.1:${ports.search}`;
  const afterRestart = () => Promise.reject(new Error('The AWS emulator died'));
  await Promise.all([
    supervisor.start({ ...emulator(ports, join(deploymentFolder, 'aws'), searchUrl), afterRestart }),
    supervisor.start(searchNode(ports.search, join(deploymentFolder, 'search'))),
  ]);
});
afterAll(() => supervisor.stop());

const stage = ['--stage', 'local'];

/** Types a command and gives what it said. */
async function type(command: string, ...parameters: string[]): Promise<string> {
  const env = { ...process.env, ...awsEnvironment(ports), DEPLOY_FOLDER: join(deploymentFolder, 'settings') };
  const script = join('deploy', `${command}.ts`);
  const { stdout } = await run(process.execPath, [script, ...parameters], {
    cwd: root,
    env,
  });
  return stdout;
}

async function eventCount(): Promise<number> {
  const client = new CloudFormationClient(config);
  let count = 0;
  for await (const page of paginateDescribeStackEvents(
    { client },
    { StackName: 'softphone-quality-local' },
  )) {
    count += page.StackEvents?.length ?? 0;
  }
  return count;
}

/** Whether it is there still. */
const answers = (asked: Promise<unknown>) =>
  asked.then(
    () => true,
    () => false,
  );

const millis = 120_000;
let events = 0;

test('deploys, and tries itself', { timeout: millis }, async () => {
  const said = await type('deploy', ...stage, '--yes', '--region', REGION, ...localParameters(ports));
  expect(said).toMatch(/self-test: a message was stored and found after [\d.]+ s, and taken out again/);
  // No Amazon Connect is here, and the deployment stands.
  expect(said).toContain('users of Amazon Connect: not synced');
  for (const output of ['softphone', "managers' pages", 'OpenSearch Dashboards', 'users', 'API']) {
    expect(said).toMatch(new RegExp(`^ {2}${output}.* https?://\\S+$`, 'm'));
  }
  events = await eventCount();
  expect(events).toBeGreaterThan(50);
});

test('changes nothing the second time, for which nothing but the stage is typed', {
  timeout: millis,
}, async () => {
  await type('deploy', ...stage, '--yes');
  expect(await eventCount()).toBe(events);
});

test('changes a parameter', { timeout: millis }, async () => {
  await type('deploy', ...stage, '--yes', '--param=retentionDays=60');
  expect((await functionEnvironment(ports, 'retention')).RETENTION_DAYS).toBe('60');
  expect(await eventCount()).toBeGreaterThan(events);
});

// The local stage's are served by `npm start`; elsewhere this is part of the deployment.
test('publishes the sites with their settings', { timeout: millis }, async () => {
  await type('publish-sites', STACK);
  const { AgentSiteBucket, AgentSiteSettings } = await readOutputs(STACK, config);
  const { Body } = await buckets.send(
    new GetObjectCommand({ Bucket: AgentSiteBucket, Key: 'settings.json' }),
  );
  expect(JSON.parse((await Body?.transformToString()) ?? '')).toEqual(AgentSiteSettings);
});

test('keeps the users', { timeout: millis }, async () => {
  const users = (...parameters: string[]) => type('users', ...parameters, ...stage);
  await users('add', 'lee@example.com', '--group', 'managers', '--password', 'Long-enough-1');
  await users('groups', 'lee@example.com', '--group', 'admins');
  expect(await users('list')).toMatch(/^lee@example\.com {2}admins {2}confirmed$/m);
  await users('remove', 'lee@example.com');
  expect(await users('list')).not.toContain('lee@');
});

test('is removed without its data, and then with them', { timeout: millis }, async () => {
  const { data } = await stackContents('local', config);
  const id = (logicalId: string) => data.find((its) => its.logicalId === logicalId)?.id ?? '';
  expect(data.map(({ logicalId }) => logicalId).sort()).toEqual([
    'FailedRecordsBucket',
    'SearchDomain',
    'UserPool',
  ]);
  expect(await type('remove', ...stage, '--yes')).toContain('kept');
  expect(await answers(stacks.send(new DescribeStacksCommand({ StackName: STACK })))).toBe(false);
  const pools = new CognitoIdentityProviderClient(config);
  const pool = () => answers(pools.send(new DescribeUserPoolCommand({ UserPoolId: id('UserPool') })));
  const bucket = () => answers(buckets.send(new HeadBucketCommand({ Bucket: id('FailedRecordsBucket') })));
  expect([await pool(), await bucket()]).toEqual([true, true]);
  for (const its of data) await deleteData(its, config);
  expect([await pool(), await bucket()]).toEqual([false, false]);
});
