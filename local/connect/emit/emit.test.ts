import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SignedIn } from '../testing/signed-in.ts';
import { emit } from './emit.ts';

interface AwsCall {
  readonly target: string;
  readonly body: Record<string, unknown>;
}

let received: AwsCall[];
const aws = createServer(async (request, response) => {
  const target = String(request.headers['x-amz-target']).replace(/^.*\./, '');
  received.push({ target, body: JSON.parse(await text(request)) as Record<string, unknown> });
  response.setHeader('content-type', 'application/x-amz-json-1.1');
  response.end('{}');
});

beforeEach(async () => {
  received = [];
  aws.listen(0, '127.0.0.1');
  await once(aws, 'listening');
  const { port } = aws.address() as AddressInfo;
  vi.stubEnv('AWS_ENDPOINT_URL', `http://127.0.0.1:${port}`);
  vi.stubEnv('AWS_REGION', 'eu-central-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'dummy');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'dummy');
});
afterEach(() => {
  vi.unstubAllEnvs();
  aws.closeAllConnections();
  aws.close();
});

test('a call is told to both streams and the log group', async () => {
  const centre = new SignedIn();
  const stop = emit(centre.events, centre.organisation, {
    contactRecordsStream: 'records',
    agentEventsStream: 'events',
    flowLogGroup: '/aws/connect/test',
  });
  centre.open();
  const call = await centre.ring();
  centre.calls.accept(call);
  centre.calls.hangUp(call, 'AGENT_DISCONNECT');
  centre.calls.finish(call);
  centre.stop();
  await stop();
  const records = received.filter(({ target }) => target === 'PutRecord');
  const parsed = (stream: string) =>
    records
      .filter(({ body }) => body.StreamName === stream)
      .map(({ body }) => JSON.parse(Buffer.from(String(body.Data), 'base64').toString()) as object);
  expect(parsed('records')).toMatchObject([{ ContactId: call.contactId, Queue: { Name: 'Billing' } }]);
  expect(parsed('events').map((event) => 'EventType' in event && event.EventType)).toEqual([
    'LOGIN',
    ...Array.from({ length: 4 }, () => 'STATE_CHANGE'),
  ]);
  const lines = received
    .flatMap(({ target, body }) =>
      target === 'PutLogEvents' ? (body.logEvents as { message: string }[]) : [],
    )
    .map(({ message }) => JSON.parse(message) as object);
  expect(lines[0]).toMatchObject({ ContactId: call.contactId, ContactFlowModuleType: 'SetLoggingBehavior' });
  expect(received.map(({ target }) => target)).toContain('CreateLogGroup');
});
