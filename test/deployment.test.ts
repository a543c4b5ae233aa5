import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';

/** What is deployed, read from what `serverless package` makes of serverless.yml; no AWS account is needed for that. */
const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'deployment-'));
const PACKAGE_MILLIS = 120_000;

const template = z.object({
  Resources: z.record(
    z.string(),
    z.object({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).optional() }),
  ),
});
const lambda = z.object({
  Role: z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) }),
  Architectures: z.tuple([z.literal('arm64')]),
  Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }),
});

const texts: Record<string, string> = {};

beforeAll(() => {
  for (const stage of ['production', 'local']) texts[stage] = packageStage(stage);
}, 2 * PACKAGE_MILLIS);
afterAll(() => rmSync(folder, { recursive: true }));

function packageStage(stage: string): string {
  const bin = join(root, 'node_modules', '.bin');
  const output = join(folder, stage);
  const parameters = [
    'instanceId=1',
    'ccpUrl=https://example.my.connect.aws/ccp-v2',
    'sourceIpHeader=x-forged',
  ];
  execFileSync(
    join(bin, 'serverless'),
    ['package', '--stage', stage, '--package', output, ...parameters.map((its) => `--param=${its}`)],
    {
      cwd: root,
      env: { ...process.env, PATH: [bin, process.env.PATH].join(delimiter) },
      timeout: PACKAGE_MILLIS,
      stdio: 'pipe',
    },
  );
  return readFileSync(join(output, 'cloudformation-template-update-stack.json'), 'utf8');
}

function functionsOf(stage: string) {
  const { Resources } = template.parse(JSON.parse(texts[stage] ?? ''));
  return Object.values(Resources)
    .filter(({ Type }) => Type === 'AWS::Lambda::Function')
    .map(({ Properties }) => lambda.parse(Properties));
}

test('only the local stage takes the source address from a header', () => {
  expect(texts.local).toMatch(/SOURCE_IP_HEADER/);
  expect(texts.production).not.toMatch(/SOURCE_IP_HEADER|x-local-source-ip|x-forged/i);
});

test('only the local stage talks to the search domain without TLS and signature', () => {
  for (const { Environment } of functionsOf('production')) {
    expect(Environment.Variables.SEARCH_AUTH).toBe('sigv4');
    expect(JSON.stringify(Environment.Variables.OPENSEARCH_ENDPOINT)).toContain('https://');
  }
  expect(texts.production).not.toMatch(/http:\/\//);
});

test('every function has a role of its own', () => {
  const roles = functionsOf('production').map(({ Role }) => Role['Fn::GetAtt'][0]);
  expect(roles.length).toBeGreaterThanOrEqual(6);
  expect(new Set(roles).size).toBe(roles.length);
});

test('every function has an alarm for its faults and one for its throttles, and every alarm tells somebody', () => {
  const { Resources } = template.parse(JSON.parse(texts.production ?? ''));
  const alarms = Object.values(Resources).filter(({ Type }) => Type === 'AWS::CloudWatch::Alarm');
  const names = alarms.map(({ Properties }) => String(Properties?.AlarmName));
  const functions = Object.values(Resources).filter(({ Type }) => Type === 'AWS::Lambda::Function');
  for (const { Properties } of functions) {
    expect(names).toContain(`${Properties?.FunctionName}-errors`);
    expect(names).toContain(`${Properties?.FunctionName}-throttles`);
  }
  expect(new Set(names).size).toBe(names.length);
  for (const { Properties } of alarms) expect(Properties?.AlarmActions).toEqual([{ Ref: 'AlarmsTopic' }]);
});
