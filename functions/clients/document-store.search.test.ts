import { Client } from '@opensearch-project/opensearch';
import { afterEach, expect, test } from 'vitest';
import { makeDocumentStore } from './document-store.ts';

/** What a real search service says of what it does not store: which of it is for ever is nowhere written down. */
const search = new Client({ node: process.env.OPENSEARCH_URL ?? 'http://127.0.0.1:9200' });
const store = makeDocumentStore(search);
const index = 'document-store-test';
afterEach(() => search.indices.delete({ index, ignore_unavailable: true }));

async function make(mappings: object, settings: object = {}): Promise<void> {
  await search.indices.create({ index, body: { mappings, settings } as object });
}

const soon = () => Date.now() + 10_000;
const keyword = { properties: { text: { type: 'keyword' } } };

async function write(document: object, id = 'a') {
  const [outcome] = await store.write([{ index, id, document }], soon());
  return outcome;
}

test.each([
  [
    'a value that is not of its field’s type',
    { properties: { count: { type: 'long' } } },
    { count: 'many' },
    'mapper_parsing_exception',
    /field \[count\] of type \[long\].*For input string/,
  ],
  [
    'an object where a value is mapped',
    { properties: { ip: { type: 'ip' } } },
    { ip: { v4: '127.0.0.1' } },
    'mapper_parsing_exception',
    /field \[ip\]/,
  ],
  [
    'a field that a strict mapping does not have',
    { dynamic: 'strict', properties: {} },
    { other: 1 },
    'strict_dynamic_mapping_exception',
    /\[other\]/,
  ],
  [
    'a term that is too long',
    keyword,
    { text: 'x'.repeat(40_000) },
    'illegal_argument_exception',
    /immense term.*"text"/,
  ],
])('%s is refused for ever, and says why', async (_, mappings, document, reason, detail) => {
  await make(mappings);
  expect(await write(document)).toEqual({
    outcome: 'refused',
    reason,
    detail: expect.stringMatching(detail),
  });
});

test.each([
  ['closed', async () => search.indices.close({ index }), 'index_closed_exception'],
  [
    'closed for writing',
    async () => search.indices.putSettings({ index, body: { 'index.blocks.write': true } }),
    'cluster_block_exception',
  ],
  [
    'closed for writing because the disk is full',
    async () => search.indices.putSettings({ index, body: { 'index.blocks.read_only_allow_delete': true } }),
    'cluster_block_exception',
  ],
])('what comes to an index that is %s is only delayed', async (_, shut, reason) => {
  await make(keyword);
  await shut();
  expect(await write({ text: 'a' })).toEqual({ outcome: 'delayed', reason });
});

test('an index of which no copy is there is only delayed', async () => {
  const settings = { 'index.routing.allocation.require._name': 'nobody', 'index.number_of_replicas': 0 };
  await search.indices.create({
    index,
    body: { settings } as object,
    wait_for_active_shards: '0',
    timeout: '1s',
  });
  const body = '{"create":{"_id":"a"}}\n{"text":"a"}\n';
  const answer = await search.bulk({ index, timeout: '100ms', body: body as never });
  expect(answer.body.items[0]).toMatchObject({
    create: { status: 503, error: { type: 'unavailable_shards_exception' } },
  });
  await expect(store.read([{ index, id: 'a' }], soon())).rejects.toMatchObject({ kind: 'unavailable' });
});

test('in one request each has its own outcome', async () => {
  await make({ properties: { count: { type: 'long' } } });
  const writes = [1, 'many', 3, 1].map((count, i) => ({
    index,
    id: i === 3 ? '0' : String(i),
    document: { count },
  }));
  const outcomes = await store.write(writes, soon());
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['written', 'refused', 'written', 'conflict']);
});
