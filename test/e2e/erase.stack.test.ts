import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { GetQueueAttributesCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { expect, test } from 'vitest';
import { readOutputs } from '../../deploy/read-outputs.ts';
import { keep } from '../../functions/ingest/kept-message.ts';
import { softphoneStatsKind } from '../../functions/ingest/softphone-stats-kind.ts';
import { bucketObjects, emulator, logLines, queuedMessages } from './harness/aws.ts';
import { root } from './harness/folders.ts';
import { apiMetricsAt, post, reportAt, statsAt } from './harness/ingest.ts';
import { everyDocument, find } from './harness/search.ts';
import { waitFor } from './harness/wait-for.ts';

const at = new Date(Date.now() - 60_000);
/** Longer than erasing takes, so that what comes then finds nobody who would delete it. */
const delaySeconds = 60;

async function erase(...parameters: string[]): Promise<string> {
  const env = { ...process.env, AWS_ENDPOINT_URL: emulator().endpoint };
  const script = [join(root, 'deploy', 'erase.ts'), '--stage', 'local', ...parameters];
  return (await promisify(execFile)(process.execPath, script, { cwd: root, env })).stdout;
}

/** Everything that the stack holds, anywhere, in which a text occurs. */
async function left(text: string): Promise<string[]> {
  const everything = await Promise.all([everyDocument(), bucketObjects(), queuedMessages(), logLines()]);
  return everything
    .flat()
    .filter((found) => found.text.includes(text))
    .map(({ where }) => where);
}

async function stored(...clauses: object[]): Promise<number> {
  return (await find('softphone-*', clauses as never)).length;
}

/** As a function would have set it aside. */
async function setAside(agent: string, contactId: string): Promise<void> {
  const { FailedRecordsBucket: Bucket } = await readOutputs('softphone-quality-local', emulator());
  const document = { agent, contactId, jitterMillis: 'not a number' };
  const index = 'softphone-stream-stats-2026.01.01';
  const Body = JSON.stringify({
    failedAt: at.toISOString(),
    reason: 'mapping',
    index,
    id: contactId,
    document,
    about: { agent, contactId, startedAt: at.toISOString() },
  });
  const Key = `${index}/erase-${contactId}.json`;
  await new S3Client({ ...emulator(), forcePathStyle: true }).send(
    new PutObjectCommand({ Bucket, Key, Body }),
  );
}

/** As a function would have queued it in an outage; nobody receives it before the delay is over. */
async function queue(agent: string, contactId: string): Promise<void> {
  const { IngestQueueUrl } = await readOutputs('softphone-quality-local', emulator());
  const message = statsAt(at, agent, contactId);
  const kept = keep(softphoneStatsKind, { message, context: { receivedAt: new Date() } });
  const request = { QueueUrl: IngestQueueUrl, MessageBody: JSON.stringify(kept), DelaySeconds: delaySeconds };
  await new SQSClient(emulator()).send(new SendMessageCommand(request));
}

async function waiting(): Promise<number> {
  const { IngestQueueUrl: QueueUrl } = await readOutputs('softphone-quality-local', emulator());
  const { Attributes = {} } = await new SQSClient(emulator()).send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }),
  );
  const names = ['', 'NotVisible', 'Delayed'] as const;
  return names.reduce((sum, name) => sum + Number(Attributes[`ApproximateNumberOfMessages${name}`] ?? 0), 0);
}

test.concurrent('a contact is erased: indices, bucket, queue, and what a page still holds', async () => {
  const agent = 'kevin.dizon';
  const [contactId, other] = [crypto.randomUUID(), crypto.randomUUID()];
  for (const id of [contactId, other]) {
    expect((await post('/softphone-stats', statsAt(at, agent, id))).status).toBe(202);
    expect((await post('/softphone-reports', reportAt(at, agent, id))).status).toBe(202);
    await setAside(agent, id);
  }
  expect(await stored({ term: { contactId } })).toBe(4);
  const looked = await erase('--contact', contactId);
  expect(looked).toMatch(/softphone-stream-stats {2}2.*failed records {2}1.*Nothing was erased/s);
  expect(await stored({ term: { contactId } })).toBe(4);

  await queue(agent, contactId);
  expect(await erase('--contact', contactId, '--yes')).toMatch(/softphone-calls {2}1.*failed records {2}1/s);
  const late = statsAt(new Date(at.getTime() + 30_000), agent, contactId);
  expect((await post('/softphone-stats', late)).status).toBe(202);
  await waitFor('the queue to be empty', waiting, (count) => count === 0, { within: 90_000, every: 1000 });

  expect(await left(contactId)).toEqual([]);
  expect(await erase('--contact', contactId)).toContain('There are: nothing');
  expect(await stored({ term: { contactId: other } })).toBe(4);
  expect((await left(other)).filter((where) => where.startsWith('s3:'))).not.toEqual([]);
});

test.concurrent('an agent is erased, with all calls, and no one else', async () => {
  const [agent, colleague] = ['hazel.manalo', 'renato.mercado'];
  for (const name of [agent, colleague]) {
    expect((await post('/softphone-stats', statsAt(at, name, crypto.randomUUID()))).status).toBe(202);
    expect((await post('/api-metrics', apiMetricsAt(at, name))).status).toBe(202);
    await setAside(name, crypto.randomUUID());
  }
  expect(await left(agent)).not.toEqual([]);
  // In whatever case Amazon Connect shows the name.
  await erase('--agent', 'Hazel.Manalo', '--yes');
  expect(await left(agent)).toEqual([]);
  expect(await stored({ term: { agent: colleague } })).toBeGreaterThanOrEqual(4);
  expect((await left(colleague)).filter((where) => where.startsWith('s3:'))).not.toEqual([]);
});
