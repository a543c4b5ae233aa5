import { expect, test } from 'vitest';
import { serve } from '../../test/serve.ts';
import { readSecret } from './secret.ts';
import { publish } from './topic.ts';
import { postWebhook, webhookUrl } from './webhook.ts';

const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };

/** A server that keeps what it was sent, and answers so. */
async function listen(status: number, answer = '', headers: Record<string, string> = {}) {
  const got: { headers: Record<string, unknown>; body: string }[] = [];
  const { endpoint } = await serve(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    got.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
    response.writeHead(status, headers).end(answer);
  });
  return { got, endpoint, aws: { region: 'eu-central-1', endpoint, credentials } };
}

test('publishes text for people and JSON for programs, with a subject that a mail can have', async () => {
  const { got, aws } = await listen(200, '<PublishResponse/>');
  const message = { subject: `Agent’s ratio: José\u00a0${'x'.repeat(120)}`, text: 'Ō', json: { a: 1 } };
  await publish(aws, 'arn:topic', { ...message, attributes: { severity: 'critical', event: 'raised' } });
  const sent = new URLSearchParams(got[0]?.body);
  expect(sent.get('TopicArn')).toBe('arn:topic');
  expect(sent.get('Subject')).toMatch(/^Agent's ratio: Jose x+$/);
  expect(sent.get('Subject')).toHaveLength(99);
  expect(JSON.parse(sent.get('Message') ?? '')).toMatchObject({ default: 'Ō', sqs: '{"a":1}' });
  expect(sent.get('MessageAttributes.entry.2.Value.StringValue')).toBe('raised');
  expect(got[0]?.headers.authorization).toMatch(/\/sns\/aws4_request/);
});

test('a topic that refuses is an error', async () => {
  const { aws } = await listen(403);
  const message = { subject: 's', text: 't', json: {}, attributes: {} };
  await expect(publish(aws, 'arn:topic', message)).rejects.toThrow('sns answered 403');
});

test('reads a secret, and fails without it', async () => {
  const { aws } = await listen(200, '{"SecretString": "none"}');
  expect(await readSecret(aws, 'arn:secret')).toBe('none');
  await expect(readSecret((await listen(400)).aws, 'arn:secret')).rejects.toThrow('400');
  await expect(readSecret((await listen(200, '{}')).aws, 'arn:secret')).rejects.toThrow();
});

test('posts to a webhook under a key, and says what it answered', async () => {
  const { got, endpoint } = await listen(200);
  await postWebhook(new URL(endpoint), { a: 1 }, 'key-1');
  expect(got[0]).toMatchObject({ body: '{"a":1}', headers: { 'idempotency-key': 'key-1' } });
  const { endpoint: broken } = await listen(500);
  await expect(postWebhook(new URL(broken), {}, 'k')).rejects.toThrow('The webhook answered 500.');
});

test('follows no redirect', async () => {
  const { got, endpoint } = await listen(200);
  const { endpoint: away } = await listen(307, '', { location: endpoint });
  await expect(postWebhook(new URL(away), {}, 'k')).rejects.toThrow();
  expect(got).toEqual([]);
});

test.each([
  ['https://hooks.slack.com/services/T0/B0/x', false],
  [' https://chat.example.com/hook\n', false],
  ['http://127.0.0.1:8080/hook', true],
])('takes %s', (text, isLocal) => {
  expect(webhookUrl(text, isLocal).href).toBe(text.trim());
});

test.each([
  ['http://chat.example.com/hook', false],
  ['http://chat.example.com/hook', true],
  ['http://127.0.0.1:8080/hook', false],
  ['http://169.254.169.254/latest', true],
  ['https://user:password@chat.example.com/', false],
  ['file:///etc/passwd', true],
  ['secret-token', true],
  ['', true],
])('refuses %s (local: %s), and does not repeat it', (text, isLocal) => {
  expect(() => webhookUrl(text, isLocal)).toThrow(/^The secret of the webhook must be a URL with https/);
});
