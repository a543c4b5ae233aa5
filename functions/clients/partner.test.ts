import { expect, test } from 'vitest';
import { serve } from '../../test/serve.ts';
import { makePartner } from './partner.ts';
import { makePartnerKeys } from './partner-keys.ts';

/** A partner that takes some keys, and what came to it. */
async function setUp(keyHeader = 'x-api-key') {
  const partner = { valid: ['one'], status: 200, headers: {} as Record<string, string> };
  const came: { key: unknown; idempotencyKey: unknown; body: string }[] = [];
  const { endpoint, server } = await serve(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString();
    const key = request.headers[keyHeader];
    const isValid = partner.valid.includes(String(key).replace('Bearer ', ''));
    if (isValid) came.push({ key, idempotencyKey: request.headers['idempotency-key'], body });
    response.writeHead(isValid ? partner.status : 401, partner.headers).end();
  });
  const secret = { versions: ['one'], reads: 0, isAway: false };
  const clock = { now: 0 };
  const read = async () => {
    secret.reads++;
    if (secret.isAway) throw new Error('secretsmanager answered 500');
    return secret.versions;
  };
  const keys = makePartnerKeys(read, () => clock.now);
  const { send } = makePartner({ url: `${endpoint}/in`, keyHeader }, keys, () => clock.now);
  return { partner, came, secret, clock, server, send: () => send({ a: 1 }, 'k') };
}
const taken = { outcome: 'taken' };

test('sends JSON with the key, and what tells a repeat', async () => {
  const { came, send } = await setUp();
  expect(await send()).toEqual(taken);
  expect(came).toEqual([{ key: 'one', idempotencyKey: 'k', body: '{"a":1}' }]);
  const bearer = await setUp('authorization');
  expect(await bearer.send()).toEqual(taken);
  expect(bearer.came[0]?.key).toBe('Bearer one');
});

test('a key that is changed here first, or there first, is found without anything lost', async () => {
  const { partner, secret, clock, send } = await setUp();
  expect(await send()).toEqual(taken);
  secret.versions = ['two', 'one'];
  clock.now += 300_000;
  expect(await send()).toEqual(taken);
  partner.valid = ['two'];
  expect(await send()).toEqual(taken);
  // There first.
  partner.valid = ['three'];
  expect(await send()).toEqual({ outcome: 'delayed', reason: 'no key is taken' });
  secret.versions = ['three', 'two'];
  clock.now += 10_000;
  expect(await send()).toEqual(taken);
  const { reads } = secret;
  expect(await send()).toEqual(taken);
  expect(secret.reads).toBe(reads);
});

test('the secret is not asked at every refusal, and what it held counts while it cannot be read', async () => {
  const { partner, secret, clock, send } = await setUp();
  expect(await send()).toEqual(taken);
  partner.valid = [];
  for (let i = 0; i < 5; i++) expect(await send()).toMatchObject({ outcome: 'delayed' });
  expect(secret.reads).toBe(1);
  partner.valid = ['one'];
  secret.isAway = true;
  clock.now += 300_000;
  expect(await send()).toEqual(taken);
});

test('without a key nothing is sent, and a secret that cannot be read is no key', async () => {
  const { came, secret, send } = await setUp();
  secret.versions = ['none'];
  expect(await send()).toEqual({ outcome: 'delayed', reason: 'there is no key yet' });
  const away = await setUp();
  away.secret.isAway = true;
  expect(await away.send()).toEqual({ outcome: 'delayed', reason: 'The key cannot be read.' });
  expect([...came, ...away.came]).toEqual([]);
});

test('tells what comes again from what never will be taken, and waits as long as it is asked to', async () => {
  const { partner, send, clock, server } = await setUp();
  clock.now = Date.parse('2026-03-04T10:00:00Z');
  const answered = async (status: number, headers: Record<string, string> = {}) => {
    Object.assign(partner, { status, headers });
    return send();
  };
  expect(await answered(400)).toEqual({ outcome: 'refused', reason: 'status 400' });
  expect(await answered(500)).toEqual({ outcome: 'delayed', reason: 'status 500' });
  expect(await answered(429, { 'retry-after': '7' })).toMatchObject({ retryAfterMillis: 7000 });
  expect(await answered(503, { 'retry-after': 'Wed, 04 Mar 2026 10:00:30 GMT' })).toMatchObject({
    retryAfterMillis: 30_000,
  });
  expect(await answered(503, { 'retry-after': '86400' })).toMatchObject({ retryAfterMillis: 300_000 });
  expect(await answered(503, { 'retry-after': 'soon' })).toEqual({
    outcome: 'delayed',
    reason: 'status 503',
  });
  // It could lead anywhere.
  expect(await answered(307, { location: 'http://127.0.0.1:1/' })).toMatchObject({ reason: 'status 307' });
  server.close();
  server.closeAllConnections();
  expect(await send()).toEqual({ outcome: 'delayed', reason: 'nobody answers' });
});
