import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { serve } from '../../test/serve.ts';
import { makeSearchClient } from '../clients/search.ts';
import { importSavedObjects } from './import-saved-objects.ts';

const aws = {
  region: 'eu-central-1',
  endpoint: undefined,
  credentials: { accessKeyId: 'AKIA', secretAccessKey: 'x' },
};
const ndjson = '{"id":"a","type":"search"}\n{"id":"b","type":"dashboard"}\n';

/** A search domain whose Dashboards answer so; without an answer it has none. */
async function domain(imported?: object) {
  const got: { request: IncomingMessage; body: string }[] = [];
  const told: string[] = [];
  const { endpoint } = await serve(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString();
    got.push({ request, body });
    response.writeHead(imported ? 200 : 400, { 'content-type': 'application/json' });
    response.end(JSON.stringify(imported ?? { error: 'no handler found' }));
  });
  const search = makeSearchClient({ search: { endpoint, auth: 'sigv4' }, aws });
  return { got, told, run: () => importSavedObjects(search, ndjson, { info: (said) => told.push(said) }) };
}

test('sends the file as a form, signed, for everybody, in place of what is there', async () => {
  const { got, run, told } = await domain({ success: true, successCount: 2 });
  await run();
  const { request, body } = got[1] ?? {};
  expect(request?.method).toBe('POST');
  expect(request?.url).toBe('/_dashboards/api/saved_objects/_import?overwrite=true');
  expect(request?.headers).toMatchObject({ 'osd-xsrf': 'true', securitytenant: 'global' });
  expect(request?.headers.authorization).toMatch(/^AWS4-HMAC-SHA256 Credential=AKIA\/.*\/es\/aws4_request/);
  const form = await new Response(body, {
    headers: { 'content-type': request?.headers['content-type'] ?? '' },
  }).formData();
  const file = form.get('file');
  expect(file instanceof File ? [file.name, await file.text()] : []).toEqual(['export.ndjson', ndjson]);
  expect(told).toEqual(['imported saved objects']);
});

test('names what was not imported', async () => {
  const failed = { success: false, successCount: 1, errors: [{ type: 'search', id: 'a' }] };
  const { run } = await domain(failed);
  await expect(run()).rejects.toThrow('search a');
});

test('a search service without Dashboards is said to have none', async () => {
  const { got, run, told } = await domain();
  await run();
  expect(got).toHaveLength(1);
  expect(told).toEqual(['no OpenSearch Dashboards here: saved objects are not imported']);
});
