import { expect, vi } from 'vitest';
import { buildContactRecord } from '../connect-builders.ts';
import { password, startSftpHost } from '../sftp/sftp-host.ts';
import type { AwsRequest } from './aws-request.ts';
import type { Answer, Answers, RecordingAws } from './recording-aws.ts';

const patient = { getRemainingTimeInMillis: () => 300_000 };
const lately = new Date(Date.now() - 7_200_000).toISOString();

/** What is new is sent, a day is sent again, and what cannot be sent is left for later. */
export async function useSendWfm({ answer }: RecordingAws): Promise<void> {
  const host = await startSftpHost();
  vi.stubEnv('WFM', JSON.stringify({ sftp: host.settings }));
  const { handler } = await import('../../functions/deliver/send-wfm.ts');
  const key = 'contact-records/2026/03/04/shardId-000000000000/1-2.json';
  const record = JSON.stringify(
    buildContactRecord({ InitiationTimestamp: lately, LastUpdateTimestamp: lately }),
  );
  const half = new Date(Math.floor(Date.parse(lately) / 3_600_000) * 3_600_000);
  const until = new Date(half.getTime() + 1_800_000);
  const report = `Agent,StartInterval,EndInterval,Online time,Non-Productive Time,Agent idle time\nana,${half.toISOString()},${until.toISOString()},60,0,0\n`;
  const halfHours = {
    writtenAt: lately,
    halfHours: [
      { agent: 'ana', from: half.getTime(), onlineSeconds: 60, nonProductiveSeconds: 0, idleSeconds: 0 },
    ],
  };
  const notification = (its: string) => JSON.stringify({ Records: [{ s3: { object: { key: its } } }] });
  const messages = [
    { ReceiptHandle: 'notification', Body: notification(key) },
    { ReceiptHandle: 'report', Body: notification('reports/agents.csv') },
    { ReceiptHandle: 'trial', Body: JSON.stringify({ Event: 's3:TestEvent' }) },
  ];
  const objects = { [key]: record, 'half-hours.json': halfHours, 'agents.csv': report };
  const answers: Answers = (request) => {
    if (request.service === 'secretsmanager') return { body: { SecretString: password } };
    if (request.operation === 'ReceiveMessage') return { body: { Messages: messages.splice(0) } };
    if (request.body.includes('connect-agent-events-')) return { body: { responses: [heard] } };
    return fromBucket(request, objects);
  };
  answer(answers);
  expect(await handler({}, patient)).toMatchObject({ left: 1, reasons: [] });
  expect(Object.keys(await host.files()).length).toBeGreaterThan(0);
  const day = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  expect(await handler({ day }, patient)).toMatchObject({ next: `${day}T01:00:00.000Z` });
  await host.stop();
  expect(await handler({}, patient)).toMatchObject({ sent: [], left: 1 });
  await expect(handler({ day: 'today' }, patient)).rejects.toThrow(/wrong at \$\.day/);
}

/** By how their keys end. */
function fromBucket(
  { service, method, path, query }: AwsRequest,
  objects: Readonly<Record<string, unknown>>,
): Answer | undefined {
  if (service !== 's3' || method !== 'GET') return undefined;
  if (query.has('list-type')) return { body: listed };
  const found = Object.entries(objects).find(([key]) => path.endsWith(key));
  return found ? { body: found[1] } : { status: 404, body: missing };
}

const heard = {
  hits: {
    hits: [
      {
        _source: {
          '@timestamp': lately,
          eventId: 'e',
          eventType: 'LOGIN',
          agent: 'ana',
          state: { name: 'Available', type: 'ROUTABLE' },
        },
        sort: [1],
      },
    ],
  },
};
const listed =
  '<ListBucketResult><Contents><Key>agent-half-hours/20260304T100000Z/half-hours.json</Key></Contents></ListBucketResult>';
const missing = '<Error><Code>NoSuchKey</Code></Error>';
