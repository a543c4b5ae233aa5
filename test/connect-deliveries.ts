import { gzipSync } from 'node:zlib';
import type { CloudWatchLogsEvent, KinesisStreamEvent } from 'aws-lambda';

/** What Lambda brings of a stream. */
export function streamed(records: readonly object[]): KinesisStreamEvent {
  return {
    Records: records.map((record, i) => ({
      awsRegion: 'eu-central-1',
      eventID: `shardId-000000000000:${i}`,
      eventName: 'aws:kinesis:record',
      eventSource: 'aws:kinesis',
      eventSourceARN: 'arn:aws:kinesis:eu-central-1:123456789012:stream/records',
      eventVersion: '1.0',
      invokeIdentityArn: 'arn:aws:iam::123456789012:role/role',
      kinesis: {
        approximateArrivalTimestamp: Date.now() / 1000,
        data: Buffer.from(JSON.stringify(record)).toString('base64'),
        kinesisSchemaVersion: '1.0',
        partitionKey: 'key',
        sequenceNumber: String(i),
      },
    })),
  };
}

/** What CloudWatch Logs brings of a log group. */
export function delivered(lines: readonly object[], firstId = 0): CloudWatchLogsEvent {
  const timestamp = Date.now();
  const logEvents = lines.map((line, i) => ({
    id: String(firstId + i),
    timestamp,
    message: JSON.stringify(line),
  }));
  const json = JSON.stringify({ messageType: 'DATA_MESSAGE', logEvents });
  return { awslogs: { data: gzipSync(json).toString('base64') } };
}
