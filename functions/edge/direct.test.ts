import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { serve } from '../../test/serve.ts';
import { makeSearchClient } from '../clients/search.ts';
import { KnownError } from '../errors.ts';
import { directHandler } from './direct.ts';

function setUp(work: () => Promise<unknown>) {
  const logged: unknown[] = [];
  const telemetry = { error: (message: string, facts: object) => void logged.push(message, facts) };
  const failing = directHandler(telemetry, work)().catch((error: unknown) => error);
  return { failing, logged };
}

test('gives what the work gives', async () => {
  const add = directHandler({ error: () => {} }, async (a: number, b: number) => a + b);
  expect(await add(1, 2)).toBe(3);
});

test.each([429, 503])('nobody is named when the search service answers %i', async (status) => {
  const { endpoint } = await serve((_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end('{"error":{"reason":"ana.silva"}}');
  });
  const aws = { region: 'eu-central-1', endpoint: undefined, credentials: undefined };
  const search = makeSearchClient({ search: { endpoint, auth: 'none' }, aws });
  const body = { query: { term: { agent: 'ana.silva' } } };
  const its = async () => await search.count({ body }, { maxRetries: 0 });
  // What Lambda would have logged.
  expect(inspect(await its().catch((error) => error), { depth: 9 })).toContain('ana.silva');
  const { failing, logged } = setUp(its);
  const error = await failing;
  expect(error).toEqual(new Error(`ResponseError (status ${status}): see the function’s log.`));
  expect(Object.keys(error as object)).toEqual([]);
  expect(inspect([error, logged], { depth: 9, showHidden: true })).not.toContain('ana.silva');
  expect(logged).toMatchObject(['the function failed', { error: { statusCode: status } }]);
});

test('an error of our own says what to do, and has no cause', async () => {
  const cause = new Error('ana.silva');
  const { failing, logged } = setUp(async () => {
    throw new KnownError('unavailable', 'The bucket cannot be reached.', { cause });
  });
  const error = await failing;
  expect(error).toEqual(new Error('The bucket cannot be reached.'));
  expect(inspect([error, logged], { depth: 9, showHidden: true })).not.toContain('ana.silva');
});
