import type { IncomingHttpHeaders } from 'node:http';
import { expect, test } from 'vitest';
import { serve } from '../../test/serve.ts';
import { makeDocumentStore } from './document-store.ts';
import { makeSearchClient } from './search.ts';

/** A search service that takes one document, and what it was asked with. */
async function searchService() {
  const got: IncomingHttpHeaders[] = [];
  const { server, endpoint } = await serve((request, response) => {
    got.push(request.headers);
    request.resume().on('end', () => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end('{"items":[{"create":{"status":201,"_seq_no":0,"_primary_term":1}}]}');
    });
  });
  return { got, server, endpoint };
}

const credentials = { accessKeyId: 'AKIA', secretAccessKey: 'x', sessionToken: 'role' };
const aws = { region: 'eu-central-1', endpoint: undefined, credentials };
const soon = () => Date.now() + 5000;
const write = { index: 'softphone-calls-2026.03.04', id: 'a', document: {} };
const written = [{ outcome: 'written', version: { seqNo: 0, primaryTerm: 1 } }];

test('signs by the function’s role for Amazon’s service', async () => {
  const { got, endpoint } = await searchService();
  const store = makeDocumentStore(makeSearchClient({ search: { endpoint, auth: 'sigv4' }, aws }));
  expect(await store.write([write], soon())).toEqual(written);
  expect(got[0]?.authorization).toMatch(
    /^AWS4-HMAC-SHA256 Credential=AKIA\/\d{8}\/eu-central-1\/es\/aws4_request/,
  );
  expect(got[0]?.['x-amz-security-token']).toBe('role');
});

test('signs nothing for a service without accounts', async () => {
  const { got, endpoint } = await searchService();
  const store = makeDocumentStore(makeSearchClient({ search: { endpoint, auth: 'none' }, aws }));
  expect(await store.write([write], soon())).toEqual(written);
  expect(got[0]?.authorization).toBeUndefined();
});

test('says what is missing when it should sign and cannot', () => {
  const search = { endpoint: 'https://search.example', auth: 'sigv4' } as const;
  expect(() => makeSearchClient({ search, aws: { ...aws, credentials: undefined } })).toThrow('SEARCH_AUTH');
});

test('a kept connection that the service closed meanwhile costs nothing', async () => {
  const { server, endpoint } = await searchService();
  const store = makeDocumentStore(makeSearchClient({ search: { endpoint, auth: 'none' }, aws }));
  await store.write([write], soon());
  server.closeAllConnections();
  expect(await store.write([write], soon())).toEqual(written);
});

test('a service that does not answer is unavailable at the deadline', async () => {
  const { endpoint } = await serve(() => {});
  const store = makeDocumentStore(makeSearchClient({ search: { endpoint, auth: 'none' }, aws }));
  const start = Date.now();
  await expect(store.write([write], start + 150)).rejects.toMatchObject({ kind: 'unavailable' });
  await expect(store.read([write], start + 150)).rejects.toMatchObject({ kind: 'unavailable' });
  expect(Date.now() - start).toBeLessThan(1000);
});
