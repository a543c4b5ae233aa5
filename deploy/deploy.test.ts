import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { serve } from '../test/serve.ts';

const stack = `<DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><DescribeStacksResult><Stacks><member>
<StackName>softphone-quality-local</StackName><CreationTime>2026-01-01T00:00:00Z</CreationTime>
<StackStatus>UPDATE_COMPLETE</StackStatus></member></Stacks></DescribeStacksResult></DescribeStacksResponse>`;

test('a stage that is there and not remembered is left as it is', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'deploy-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const { endpoint } = await serve((_, response) => {
    response.writeHead(200, { 'content-type': 'text/xml' });
    response.end(stack);
  });
  const env = { ...process.env, AWS_ENDPOINT_URL: endpoint, DEPLOY_FOLDER: folder };
  const parameters = ['--region', 'eu-central-1', '--ccp-url', 'https://example.my.connect.aws/ccp-v2'];
  const script = join(import.meta.dirname, 'deploy.ts');
  const args = [script, '--stage', 'local', '--yes', ...parameters, '--instance-id', '0b1c2d3e'];
  await expect(promisify(execFile)(process.execPath, args, { env })).rejects.toMatchObject({
    stdout: expect.stringContaining('there already (UPDATE_COMPLETE)'),
    stderr: expect.stringContaining('.deploy/local.json'),
  });
  expect(await readdir(folder)).toEqual([]);
});
