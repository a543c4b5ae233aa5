import {
  CloudWatchLogsClient,
  paginateDescribeLogGroups,
  paginateFilterLogEvents,
} from '@aws-sdk/client-cloudwatch-logs';
import { GetObjectCommand, ListBucketsCommand, paginateListObjectsV2, S3Client } from '@aws-sdk/client-s3';
import { paginateListQueues, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { runningStack } from './stack.ts';

/** Text that the deployed stack holds somewhere, and where. */
export type Found = { readonly where: string; readonly text: string };

/** How a client of the AWS SDK reaches the emulator. */
export function emulator() {
  return {
    endpoint: `http://127.0.0.1:${new URL(runningStack().apiUrl).port}`,
    region: process.env.AWS_REGION ?? 'eu-central-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  };
}

/** Every line that the functions logged. */
export async function logLines(): Promise<Found[]> {
  const client = new CloudWatchLogsClient(emulator());
  const found: Found[] = [];
  for await (const { logGroups = [] } of paginateDescribeLogGroups(
    { client },
    { logGroupNamePrefix: '/aws/lambda/' },
  )) {
    for (const { logGroupName = '' } of logGroups) {
      for await (const { events = [] } of paginateFilterLogEvents({ client }, { logGroupName })) {
        found.push(
          ...events.map(({ message = '' }) => ({ where: `log group ${logGroupName}`, text: message })),
        );
      }
    }
  }
  return found;
}

/** What waits in the queues; it stays there. */
export async function queuedMessages(): Promise<Found[]> {
  const client = new SQSClient(emulator());
  const found: Found[] = [];
  for await (const { QueueUrls = [] } of paginateListQueues({ client }, {})) {
    for (const QueueUrl of QueueUrls) {
      const { Messages = [] } = await client.send(
        new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: 0 }),
      );
      found.push(...Messages.map(({ Body = '' }) => ({ where: `queue ${QueueUrl}`, text: Body })));
    }
  }
  return found;
}

/** Every object of every bucket. */
export async function bucketObjects(): Promise<Found[]> {
  const client = new S3Client({ ...emulator(), forcePathStyle: true });
  const { Buckets = [] } = await client.send(new ListBucketsCommand({}));
  const found: Found[] = [];
  for (const { Name: Bucket } of Buckets) {
    if (Bucket === undefined) continue;
    for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket })) {
      for (const { Key } of Contents) {
        const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
        found.push({ where: `s3://${Bucket}/${Key}`, text: (await Body?.transformToString('latin1')) ?? '' });
      }
    }
  }
  return found;
}
