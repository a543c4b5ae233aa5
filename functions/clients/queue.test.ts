import type { IncomingMessage } from 'node:http';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { serve } from '../../test/serve.ts';
import { makeIngestQueue, makeMessageQueue, queueText } from './queue.ts';

const aws = { region: 'eu-central-1', credentials: { accessKeyId: 'AKIA', secretAccessKey: 'x' } };
const ingestQueueUrl = 'https://sqs.eu-central-1.amazonaws.com/123456789012/ingest';
/** A queue at 127.0.0.1 that answers with one status after the other. */
async function queueAnswering(...statuses: number[]) {
  const got: { request: IncomingMessage; body: Record<string, unknown> }[] = [];
  const { endpoint } = await serve(async (request, response) => {
    const chunks = await request.toArray();
    got.push({ request, body: JSON.parse(Buffer.concat(chunks).toString()) });
    response.writeHead(statuses.shift() ?? 200).end();
  });
  return { got, queue: makeMessageQueue({ ...aws, endpoint }, ingestQueueUrl) };
}

test('sends a message by the queue’s JSON protocol, signed', async () => {
  const { got, queue } = await queueAnswering(200);
  await queue.send({ n: 1 });
  expect(got[0]?.request).toMatchObject({ method: 'POST', url: '/' });
  expect(got[0]?.request.headers).toMatchObject({
    'content-type': 'application/x-amz-json-1.0',
    'x-amz-target': 'AmazonSQS.SendMessage',
    authorization: expect.stringMatching(
      /^AWS4-HMAC-SHA256 Credential=AKIA\/\d+\/eu-central-1\/sqs\/aws4_request/,
    ),
  });
  expect(got[0]?.body).toEqual({ QueueUrl: ingestQueueUrl, MessageBody: '{"n":1}' });
});

test('sends a message that nobody shall receive yet', async () => {
  const { got, queue } = await queueAnswering(200);
  await queue.send({ n: 1 }, 90);
  expect(got[0]?.body).toMatchObject({ MessageBody: '{"n":1}', DelaySeconds: 90 });
});

test('postpones a message that was received', async () => {
  const { got, queue } = await queueAnswering(200);
  await queue.postpone('handle', 4.6);
  expect(got[0]?.request.headers['x-amz-target']).toBe('AmazonSQS.ChangeMessageVisibility');
  expect(got[0]?.body).toEqual({
    QueueUrl: ingestQueueUrl,
    ReceiptHandle: 'handle',
    VisibilityTimeout: 5,
  });
});

test('tries once more, and then says that it cannot be reached', async () => {
  const once = await queueAnswering(500, 200);
  await once.queue.send({});
  expect(once.got).toHaveLength(2);
  const never = await queueAnswering(500, 503, 200);
  await expect(never.queue.send({})).rejects.toMatchObject({ kind: 'unavailable' });
  expect(never.got).toHaveLength(2);
});

test('there is none where the deployment names none', () => {
  const config = { aws: { ...aws, endpoint: undefined }, ingestQueueUrl: undefined };
  expect(makeIngestQueue(config)).toBeUndefined();
});

test('any message is text that a queue takes, and the same when it is read again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const sent = queueText({ text: `${text}\ufffe\uffff\u0000` });
      // Amazon SQS API Reference, SendMessage: #x9 | #xA | #xD | #x20 to #xD7FF | #xE000 to #xFFFD | #x10000 to #x10FFFF
      expect(sent).toMatch(/^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u);
      expect(JSON.parse(sent)).toEqual({ text: `${text}\ufffe\uffff\u0000` });
    }),
  );
});
