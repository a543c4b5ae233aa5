import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { KinesisClient, PutRecordCommand } from '@aws-sdk/client-kinesis';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { GetQueueUrlCommand, SetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { expect, onTestFinished, test } from 'vitest';
import * as z from 'zod';
import { invokeFunction } from '../../deploy/cli/invoke-function.ts';
import { sendSigned } from '../../functions/clients/signed-request.ts';
import { clientConfig } from '../../local/aws/account.ts';
import { hourFileName, hourOf } from '../../model/wfm/hour.ts';
import { sentFile, sentKey } from '../../model/wfm/sent-file.ts';
import { buildContactRecord } from '../connect-builders.ts';
import { deliveryFolder, root } from '../e2e/harness/folders.ts';
import { type Pipeline, startPipeline } from '../e2e/harness/pipeline.ts';
import { waitFor } from '../e2e/harness/wait-for.ts';
import { password, startSftpHost } from '../sftp/sftp-host.ts';

const delivery = z.object({
  sent: z.array(z.string()),
  left: z.number(),
  reasons: z.array(z.string()),
});
const at = new Date(Date.now() - 3 * 3_600_000);
const hour = hourOf(at.getTime(), 'UTC');
const half = new Date(hour.from).toISOString();
const report = [
  'Agent,StartInterval,EndInterval,Online time,Non-Productive Time,Agent idle time',
  `ana.silva,${half},${new Date(hour.from + 1_800_000).toISOString()},601,0,100`,
  '',
].join('\n');

test('through the deployed stack: a record of the stream and a report in the bucket are files at the receiver', async () => {
  const host = await startSftpHost();
  const pipeline = await startPipeline(deliveryFolder, { wfm: JSON.stringify({ sftp: host.settings }) });
  onTestFinished(pipeline.stop);
  const aws = clientConfig(pipeline.ports);
  const { SendWfmFunction, WfmBucket: Bucket } = pipeline.deployment;
  const send = async () => delivery.parse(await invokeFunction(aws, SendWfmFunction, {}));
  await hideHardly(aws);
  const contactId = await bringWhatIsNew(pipeline);

  const before = await waitFor('a try', send, ({ left }) => left > 2);
  expect(before.reasons.join()).toContain('Put the SFTP server’s password or private key into its secret');
  expect(await host.files()).toEqual({});
  await putSecret(aws);
  const contacts = hourFileName('contacts', hour);
  const isThere = async () => {
    const { left } = await send();
    return { left, text: (await host.files())[contacts] ?? '' };
  };
  await waitFor('the contact', isThere, ({ left, text }) => left === 0 && text.includes(contactId));
  const files = await host.files();
  expect(files['Agents-10-00.csv']).toBe(report);
  expect(files[hourFileName('agent-performance', hour)]).toMatch(
    /"ana\.silva",301,0,301,50,.*\r\n.*"ana\.silva",300,0,300,50,/,
  );
  expect(Object.keys(files).filter((name) => name.endsWith('.part'))).toEqual([]);
  const s3 = new S3Client({ ...aws, forcePathStyle: true });
  const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key: sentKey(hour.day, contacts) }));
  const note = sentFile.parse(JSON.parse((await Body?.transformToString()) ?? ''));
  expect(note).toMatchObject({ file: contacts, rows: 1, contacts: [{ contactId }] });
  await expectCommands(pipeline.ports.aws, contacts);
});

/** A contact's record in the stream, and an agents' report in the bucket. */
async function bringWhatIsNew({ ports, deployment }: Pipeline): Promise<string> {
  const aws = clientConfig(ports);
  const contactId = randomUUID();
  const record = buildContactRecord({
    ContactId: contactId,
    InitiationTimestamp: at.toISOString(),
    LastUpdateTimestamp: at.toISOString(),
    Queue: null,
  });
  const Data = new TextEncoder().encode(JSON.stringify(record));
  const StreamName = deployment.ContactRecordsStream;
  const kinesis = new KinesisClient({ ...aws, requestHandler: new NodeHttpHandler() });
  await kinesis.send(new PutRecordCommand({ StreamName, Data, PartitionKey: contactId }));
  const s3 = new S3Client({ ...aws, forcePathStyle: true });
  const object = { Bucket: deployment.WfmBucket, Key: 'reports/Agents-10:00.csv', Body: report };
  await s3.send(new PutObjectCommand(object));
  return contactId;
}

async function putSecret(aws: ReturnType<typeof clientConfig>): Promise<void> {
  await sendSigned(aws, {
    service: 'secretsmanager',
    method: 'POST',
    url: new URL(aws.endpoint),
    body: JSON.stringify({ SecretId: 'softphone-quality-local-wfm-sftp', SecretString: password }),
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'secretsmanager.PutSecretValue',
    },
  });
}

/** That `npm run wfm` sends again, and makes files, as whoever types it is told. */
async function expectCommands(awsPort: number, contacts: string): Promise<void> {
  const { day } = hour;
  expect(await wfm(awsPort, 'send', '--file', contacts)).toMatch(
    /^contacts-\S+\.csv {2}1 rows, \d+ bytes\n$/,
  );
  expect(await wfm(awsPort, 'send', '--file', 'Agents-10-00.csv')).toContain('Agents-10-00.csv  1 rows');
  expect(await wfm(awsPort, 'send', '--day', day)).toContain(contacts);
  const out = await mkdtemp(join(tmpdir(), 'wfm-'));
  onTestFinished(() => rm(out, { recursive: true }));
  expect(await wfm(awsPort, 'files', '--day', day, '--out', out)).toMatch(/contacts-.*\.csv {2}1 rows/);
  expect(await readdir(out)).toHaveLength(4);
}

/** Messages come again after some seconds, in which a run is over; deployed they wait for the next run. */
async function hideHardly(aws: ReturnType<typeof clientConfig>): Promise<void> {
  const sqs = new SQSClient(aws);
  const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: 'softphone-quality-local-wfm' }));
  const Attributes = { VisibilityTimeout: '8', DelaySeconds: '0' };
  await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes }));
}

/** Types `npm run wfm`; gives what it says. Throws Error where it fails. */
async function wfm(awsPort: number, ...parameters: string[]): Promise<string> {
  const typed = ['deploy/wfm.ts', ...parameters, '--stage', 'local'];
  const env = { ...process.env, AWS_PORT: String(awsPort) };
  const { stdout } = await promisify(execFile)(process.execPath, typed, { cwd: root, env });
  return stdout;
}
