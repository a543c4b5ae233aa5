import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { serve } from '../../test/serve.ts';
import { makeFailedRecords } from './failed-records.ts';

const aws = { region: 'eu-central-1', credentials: { accessKeyId: 'AKIA', secretAccessKey: 'x' } };
const record = {
  index: 'softphone-calls-2026.03.04',
  id: 'a-b_c',
  document: { n: 1 },
  about: { agent: 'ana.silva', startedAt: '2026-03-04T10:00:00.000Z' },
  reason: 'mapper_parsing_exception',
};
/** A bucket at 127.0.0.1 that answers with this status. */
async function bucketAnswering(status: number) {
  const got: { request: IncomingMessage; body: string }[] = [];
  const { endpoint } = await serve(async (request, response) => {
    const chunks = await request.toArray();
    got.push({ request, body: Buffer.concat(chunks).toString() });
    response.writeHead(status).end();
  });
  const config = { aws: { ...aws, endpoint }, failedRecordsBucket: 'failed' };
  return { got, records: makeFailedRecords(config, () => new Date('2026-03-04T10:00:00Z')) };
}

test('puts each record under the key that its repeat would have, signed', async () => {
  const { got, records } = await bucketAnswering(200);
  await records?.keep([record]);
  expect(got[0]?.request).toMatchObject({
    method: 'PUT',
    url: '/failed/softphone-calls-2026.03.04/a-b_c.json',
  });
  expect(got[0]?.request.headers.authorization).toMatch(
    /^AWS4-HMAC-SHA256 Credential=AKIA\/\d+\/eu-central-1\/s3\//,
  );
  expect(JSON.parse(got[0]?.body ?? '')).toEqual({ failedAt: '2026-03-04T10:00:00.000Z', ...record });
});

test('a call’s writings are kept side by side, each under a key of its own', async () => {
  const { got, records } = await bucketAnswering(200);
  await records?.keep([
    { ...record, variant: 'v1' },
    { ...record, variant: 'v2', detail: 'failed to parse field [n]' },
  ]);
  expect(got.map(({ request }) => request.url).sort()).toEqual([
    '/failed/softphone-calls-2026.03.04/a-b_c.v1.json',
    '/failed/softphone-calls-2026.03.04/a-b_c.v2.json',
  ]);
});

test('a message is kept below its route, one that nobody can read apart', async () => {
  const { got, records } = await bucketAnswering(200);
  await records?.keepMessage({ id: 'm', route: 'api-metrics', reason: 'unknownAgent', body: { n: 1 } });
  await records?.keepMessage({ id: 'n', reason: 'unreadable', body: '?' });
  expect(got.map(({ request }) => request.url)).toEqual([
    '/failed/messages/api-metrics/m.json',
    '/failed/messages/unreadable/n.json',
  ]);
  expect(JSON.parse(got[0]?.body ?? '')).toEqual({
    failedAt: '2026-03-04T10:00:00.000Z',
    route: 'api-metrics',
    reason: 'unknownAgent',
    body: { n: 1 },
  });
});

test('a bucket that refuses leaves the record with its page', async () => {
  const { records } = await bucketAnswering(403);
  await expect(records?.keep([record])).rejects.toMatchObject({ kind: 'unavailable' });
});

test('there is none where the deployment names none', () => {
  expect(
    makeFailedRecords({ aws: { ...aws, endpoint: undefined }, failedRecordsBucket: undefined }),
  ).toBeUndefined();
});
