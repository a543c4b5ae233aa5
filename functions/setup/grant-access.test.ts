import { expect, test } from 'vitest';
import { serve } from '../../test/serve.ts';
import { makeSearchClient } from '../clients/search.ts';
import { grantAccess } from './grant-access.ts';

const workers = {
  Writers: ['arn:w'],
  Readers: ['arn:r'],
  Keepers: ['arn:k'],
  Admins: ['arn:a'],
  Partners: ['arn:p'],
  PartnerIndices: ['softphone-calls-*'],
  contactsIndex: 'emite-contacts',
};

/** What OpenSearch without the security plugin answers. */
const noHandler = {
  error: 'no handler found for uri [/_plugins/_security/api/rolesmapping] and method [GET]',
};

/** A search domain that answers so when it is asked who has which rights. */
async function domainAnswering(status: number, answer: object = {}) {
  const put = new Map<string, unknown>();
  const told: string[] = [];
  const { endpoint } = await serve(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString();
    if (request.method === 'PUT') put.set(request.url ?? '', JSON.parse(body));
    response.writeHead(request.method === 'GET' ? status : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer));
  });
  const aws = { region: 'eu-central-1', endpoint: undefined, credentials: undefined };
  const search = makeSearchClient({ search: { endpoint, auth: 'none' }, aws });
  const say = (said: string) => told.push(said);
  const telemetry = { info: say, warn: say };
  const run = (isOwn = false, whose: Partial<typeof workers> = { Partners: [] }) =>
    grantAccess(search, { ...workers, ...whose }, isOwn, telemetry);
  return { put, told, run };
}

test('each function may do its own work, and only on what is ours', async () => {
  const { put, run } = await domainAnswering(200);
  await run(false, {});
  const api = '/_plugins/_security/api';
  expect(put.get(`${api}/rolesmapping/softphone_quality_reader`)).toEqual({ backend_roles: ['arn:r'] });
  expect(put.get(`${api}/roles/softphone_quality_reader`)).toEqual({
    cluster_permissions: ['cluster_composite_ops_ro', 'cluster_monitor'],
    index_permissions: [
      {
        index_patterns: ['softphone-*', 'connect-*', 'emite-contacts-*'],
        allowed_actions: ['read', 'indices_monitor'],
      },
    ],
  });
  expect([...put.values()].filter((its) => JSON.stringify(its).includes('"*"'))).toHaveLength(1);
  expect([...put.keys()].filter((path) => /mapping/.test(path))).toHaveLength(5);
  expect(put.get(`${api}/roles/softphone_quality_partner`)).toEqual({
    cluster_permissions: [],
    index_permissions: [{ index_patterns: ['softphone-calls-*'], allowed_actions: ['read'] }],
  });
  // Who is in there is Amazon's business, and the master's way in.
  expect([...put.keys()].join()).not.toMatch(/all_access|security_manager/);
});

test('where there are no such rights, nobody needs them', async () => {
  for (const isOwn of [true, false]) {
    const { put, told, run } = await domainAnswering(400, noHandler);
    await run(isOwn);
    expect(put.size).toBe(0);
    expect(told).toEqual(['the search service has no fine-grained access control']);
  }
});

test.each([401, 403])('where it may not (%i) it says so and goes on', async (status) => {
  const { put, told, run } = await domainAnswering(status);
  await run();
  expect(put.size).toBe(0);
  expect(told).toEqual([expect.stringMatching(/^may not say who does what.*docs\/deploy\.md/)]);
});

test.each([400, 404, 405])(
  'what may be a refusal (%i) is not taken for a domain without rights',
  async (status) => {
    for (const answer of [{ status: 'BAD_REQUEST' }, { error: 'Incorrect HTTP method for uri' }]) {
      const { put, told, run } = await domainAnswering(status, answer);
      await run();
      expect(put.size).toBe(0);
      expect(told).toEqual([expect.stringMatching(/^cannot tell .* nobody was given rights/)]);
    }
  },
);

test.each([400, 401, 403, 404, 405])(
  'a domain of ours that does not know its master yet (%i) is tried again',
  async (status) => {
    const { put, told, run } = await domainAnswering(status);
    await expect(run(true)).rejects.toThrow(`status ${status}`);
    expect(put.size).toBe(0);
    expect(told).toEqual([]);
  },
);

test('a domain that is not ready is tried again by the caller', async () => {
  const { run } = await domainAnswering(503);
  await expect(run()).rejects.toThrow();
});

test('where nothing limits who searches to some indices, no partner is let in', async () => {
  const { put, run } = await domainAnswering(400, noHandler);
  await expect(run(false, {})).rejects.toThrow('no fine-grained access control');
  expect(put.size).toBe(0);
});
