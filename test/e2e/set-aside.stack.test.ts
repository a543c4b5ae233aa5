import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { GetFunctionConfigurationCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { DeleteObjectCommand, GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { GetQueueAttributesCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { type Outputs, readOutputs } from '../../deploy/read-outputs.ts';
import { makeFailedRecords } from '../../functions/clients/failed-records.ts';
import { makeIngestQueue } from '../../functions/clients/queue.ts';
import { readConfig } from '../../functions/config.ts';
import { apiMetricsKind } from '../../functions/ingest/api-metrics-kind.ts';
import { keep } from '../../functions/ingest/kept-message.ts';
import { storeMessages } from '../../functions/ingest/store-messages.ts';
import { awsEnvironment } from '../../local/aws/account.ts';
import { functionEnvironment } from '../../local/aws/function-environment.ts';
import { ingestOf } from '../../local/fleet/ingest-of.ts';
import { buildApiMetrics, buildOperation } from '../builders.ts';
import { emulator } from './harness/aws.ts';
import { root } from './harness/folders.ts';
import { apiMetricsAt, instanceId } from './harness/ingest.ts';
import { apiMetricsIndices, find, findWhen, searchClient } from './harness/search.ts';
import { runningStack } from './harness/stack.ts';
import { waitFor } from './harness/wait-for.ts';

let outputs: Outputs;
let s3: S3Client;
const ports = () => ({ aws: Number(new URL(runningStack().apiUrl).port) });
beforeAll(async () => {
  outputs = await readOutputs('softphone-quality-local', emulator());
  s3 = new S3Client({ ...emulator(), forcePathStyle: true });
});

async function keysBelow(Prefix: string): Promise<string[]> {
  const bucket = { Bucket: outputs.FailedRecordsBucket, Prefix };
  const { Contents = [] } = await s3.send(new ListObjectsV2Command(bucket));
  return Contents.flatMap(({ Key }) => Key ?? []);
}

async function read(Key: string): Promise<unknown> {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: outputs.FailedRecordsBucket, Key }));
  return JSON.parse((await Body?.transformToString()) ?? '');
}

/** `npm run replay`; gives what it says. */
async function replay(prefix: string): Promise<string> {
  const parameters = [join(root, 'deploy', 'replay.ts'), '--stage', 'local', '--prefix', prefix];
  const env = { ...process.env, ...awsEnvironment(ports()) };
  return (await promisify(execFile)(process.execPath, parameters, { env })).stdout.trim();
}

describe('one document of a hundred that cannot be stored', () => {
  /** A day of its own, so that nothing of anybody else's is there. */
  const day = '2026-01-16';
  const index = 'softphone-api-metrics-2026.01.16';
  const count = async () => (await find(index, [])).length;
  afterAll(() => searchClient().indices.delete({ index, ignore_unavailable: true }));

  async function storeHundred(): Promise<void> {
    const environment = await functionEnvironment(ports(), 'apiMetrics');
    const { config, deps } = ingestOf({ ...environment, ...awsEnvironment(ports()) });
    const writing = { ...deps.writing, failedRecords: makeFailedRecords(config) };
    const at = `${day}T10:00:30.000Z`;
    const arrivals = Array.from({ length: 100 }, (_, i) => ({
      message: buildApiMetrics({
        instanceId,
        agent: 'kevin.dizon',
        clientId: randomUUID(),
        startedAt: `${day}T10:00:00.000Z`,
        endedAt: at,
        sentAt: at,
        // More than the service's whole numbers go; the functions' schemas would not let it pass.
        operations: [buildOperation('putAgentState', [84], i === 57 ? { count: 1e300 } : {})],
      }),
      context: { receivedAt: new Date(at) },
    }));
    await storeMessages(apiMetricsKind, arrivals, { ...deps, writing }, Date.now() + 30_000);
  }

  test('is set aside with the reason, and put back when the mapping is mended', async () => {
    const search = searchClient();
    await storeHundred();
    expect(await count()).toBe(99);
    const [key = '', ...others] = await keysBelow(index);
    expect(others).toEqual([]);
    expect(await read(key)).toMatchObject({
      index,
      reason: 'mapper_parsing_exception',
      detail: expect.stringContaining('failed to parse field [count] of type [long]'),
      document: { agent: 'kevin.dizon', count: 1e300 },
    });
    expect(await replay(index)).toContain('stored 0, refused 1,');
    expect(await count()).toBe(99);
    const mended = { properties: { count: { type: 'long', ignore_malformed: true } } };
    await search.indices.putMapping({ index, body: mended as object });
    expect(await replay(index)).toContain('stored 1, refused 0,');
    expect(await count()).toBe(100);
    expect(await keysBelow(index)).toEqual([]);
    expect(await replay(index)).toContain('stored 0, refused 0,');
    expect(await count()).toBe(100);
  });
});

const unreadable = z.object({ reason: z.literal('unreadable'), body: z.string() });

const queued = () => {
  const message = apiMetricsAt(new Date(Date.now() - 300_000), 'kevin.dizon');
  const context = { receivedAt: new Date(), sourceIp: '203.0.113.9', userAgent: undefined };
  return { message, body: keep(apiMetricsKind, { message, context }) };
};
const sendTo = async (QueueUrl: string, MessageBody: string) =>
  new SQSClient(emulator()).send(new SendMessageCommand({ QueueUrl, MessageBody }));
/** What is set aside of a message with this text in it. */
const setAside = async (text: string) => {
  const keys = await keysBelow('messages/');
  const objects = await Promise.all(keys.map(async (key) => ({ key, object: await read(key) })));
  return objects.filter(({ object }) => JSON.stringify(object).includes(text));
};
const isThere = (found: readonly unknown[]) => found.length > 0;

test('a queued message is stored, and one that can never be is set aside', async () => {
  const good = queued();
  const bad = queued();
  const renamed = { ...bad.body, message: { ...bad.message, instanceId: 'another' } };
  await sendTo(outputs.IngestQueueUrl, JSON.stringify(renamed));
  await sendTo(outputs.IngestQueueUrl, JSON.stringify(good.body));
  const stored = await findWhen<object>(
    'the stored message',
    apiMetricsIndices,
    [{ term: { agentPublicIp: '203.0.113.9' } }, { term: { startedAt: good.message.startedAt } }],
    (found) => found.length >= good.message.operations.length,
  );
  expect(stored).toHaveLength(good.message.operations.length);
  const [aside] = await waitFor('the other', () => setAside(bad.message.clientId), isThere);
  expect(aside?.object).toMatchObject({ reason: 'invalid', route: 'api-metrics', body: renamed });
  const Key = aside?.key;
  await s3.send(new DeleteObjectCommand({ Bucket: outputs.FailedRecordsBucket, Key }));
});

test('a queued message of the largest size that comes in goes the same way, in whatever characters', async () => {
  const environment = {
    ...(await functionEnvironment(ports(), 'queuedMessages')),
    ...awsEnvironment(ports()),
  };
  const mark = randomUUID();
  const largest = { mark, characters: '\u0000\ufffe\uffff€😀', padding: 'x'.repeat(256 * 1024) };
  await makeIngestQueue(readConfig(environment))?.send(largest);
  const [aside] = await waitFor('the message', () => setAside(mark), isThere);
  const { body } = unreadable.parse(aside?.object);
  expect(JSON.parse(body)).toEqual(largest);
  const Key = aside?.key;
  await s3.send(new DeleteObjectCommand({ Bucket: outputs.FailedRecordsBucket, Key }));
});

test('a queued message that was tried to the end is kept in the bucket, and can be put back', async () => {
  const { message, body } = queued();
  await sendTo(outputs.IngestDeadLettersUrl, JSON.stringify(body));
  const [aside] = await waitFor('the dead letter', () => setAside(message.clientId), isThere);
  expect(aside?.object).toMatchObject({ reason: 'undeliverable', body });
  expect(await replay(aside?.key ?? '')).toContain('stored 1,');
  expect(await setAside(message.clientId)).toEqual([]);
  const stored = await find(apiMetricsIndices, [{ term: { startedAt: message.startedAt } }]);
  expect(stored).toHaveLength(message.operations.length);
});

test('a queued message is hidden for six times as long as the function may take, and kept as long as can be', async () => {
  const FunctionName = 'softphone-quality-local-queuedMessages';
  const { Timeout = 0 } = await new LambdaClient(emulator()).send(
    new GetFunctionConfigurationCommand({ FunctionName }),
  );
  for (const QueueUrl of [outputs.IngestQueueUrl, outputs.IngestDeadLettersUrl]) {
    const { Attributes = {} } = await new SQSClient(emulator()).send(
      new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }),
    );
    expect(Number(Attributes.VisibilityTimeout)).toBeGreaterThanOrEqual(6 * Timeout);
    expect(Attributes.MessageRetentionPeriod).toBe(String(14 * 86_400));
  }
});
