import { expect, test } from 'vitest';
import { serve } from '../../test/serve.ts';
import type { AlertMessage } from './alert-message.ts';
import { openChannels } from './open-channels.ts';

const message: AlertMessage = {
  key: 'a-raised',
  event: 'raised',
  severity: 'critical',
  subject: 'Critical: Poor calls in a queue: Queue <!channel> & more',
  says: 'It is 50.0 % of 40 judged calls.',
  others: [],
  text: 'Critical.\n\nIt is 50.0 % of 40 judged calls.\n\nhttps://quality.example.com/?queue=x',
  link: 'https://quality.example.com/?queue=x',
  json: { version: 1, key: 'a-raised' },
};

/** An endpoint of AWS that has this secret, and a webhook. */
async function setUp(secretOf: (webhook: string) => string | undefined, form: 'slack' | 'json') {
  const posted: unknown[] = [];
  const { endpoint: webhook } = await serve(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    posted.push(JSON.parse(Buffer.concat(chunks).toString()));
    response.end();
  });
  const secret = secretOf(webhook);
  const { endpoint } = await serve((_, response) => {
    if (secret === undefined) response.writeHead(400).end();
    else response.end(JSON.stringify({ SecretString: secret }));
  });
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const alerts = { topicArn: undefined, webhook: form, webhookSecretArn: 'arn:secret' };
  const aws = { region: 'eu-central-1', endpoint, credentials };
  return { posted, ...(await openChannels({ aws, stage: 'local', alerts })) };
}

test('posts an alert whole as JSON', async () => {
  const { posted, channels } = await setUp((webhook) => webhook, 'json');
  await channels.webhook?.(message);
  expect(posted).toEqual([message.json]);
});

test('posts to Slack a text and blocks, in which no name is a command', async () => {
  const { posted, channels } = await setUp((webhook) => webhook, 'slack');
  await channels.webhook?.(message);
  expect(posted).toMatchObject([
    { text: 'Critical: Poor calls in a queue: Queue &lt;!channel&gt; &amp; more', blocks: [{}, {}] },
  ]);
  expect(JSON.stringify(posted)).toContain('It is 50.0 % of 40 judged calls.');
  expect(JSON.stringify(posted)).toContain('<https://quality.example.com/?queue=x|');
});

test.each(['none', ' None\n'])('without a URL in the secret there is no webhook: %j', async (secret) => {
  const { channels, troubles } = await setUp(() => secret, 'json');
  expect({ channels, troubles }).toEqual({ channels: {}, troubles: { webhook: 'webhookWithoutUrl' } });
});

test.each(['hooks.example.com/x', 'http://hooks.example.com/x', 'https://who@hooks.example.com/x'])(
  'what is no URL that may be used is a channel that fails, and says so before anything is told: %s',
  async (secret) => {
    const { channels, troubles } = await setUp(() => secret, 'json');
    expect(troubles).toEqual({ webhook: 'webhookWrongUrl' });
    await expect(channels.webhook?.(message)).rejects.toThrow('must be a URL with https://');
  },
);

test('a secret that cannot be read is a channel that fails: what is to be told waits', async () => {
  const { channels, troubles } = await setUp(() => undefined, 'json');
  expect(troubles).toEqual({ webhook: 'webhookUnreadable' });
  await expect(channels.webhook?.(message)).rejects.toThrow('secretsmanager answered 400');
});

test('a webhook that can be reached is no trouble', async () => {
  expect((await setUp((webhook) => webhook, 'json')).troubles).toEqual({});
});
