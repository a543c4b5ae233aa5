import { Client, errors } from '@opensearch-project/opensearch';
import { expect, test } from 'vitest';
import { makeDocumentStore } from './document-store.ts';

const place = { index: 'softphone-calls-2026.03.04', id: 'a' };
const soon = () => Date.now() + 5000;

function storeOf(answers: object) {
  return makeDocumentStore(Object.assign(new Client({ node: 'http://search.example' }), answers));
}

test.each([
  [
    { status: 201, _seq_no: 7, _primary_term: 2 },
    { outcome: 'written', version: { seqNo: 7, primaryTerm: 2 } },
  ],
  [{ status: 409, error: { type: 'version_conflict_engine_exception' } }, { outcome: 'conflict' }],
  [
    { status: 400, error: { type: 'mapper_parsing_exception' } },
    { outcome: 'refused', reason: 'mapper_parsing_exception' },
  ],
  [
    {
      status: 400,
      error: {
        type: 'mapper_parsing_exception',
        reason: 'failed to parse field [n]',
        caused_by: { reason: 'For input string: "many"' },
      },
    },
    {
      outcome: 'refused',
      reason: 'mapper_parsing_exception',
      detail: 'failed to parse field [n]; For input string: "many"',
    },
  ],
  [
    { status: 429, error: { type: 'rejected_execution_exception' } },
    { outcome: 'delayed', reason: 'rejected_execution_exception' },
  ],
  // A full disk, or a cluster with all the shards it may have, is nobody's document's fault.
  [
    { status: 403, error: { type: 'cluster_block_exception' } },
    { outcome: 'delayed', reason: 'cluster_block_exception' },
  ],
  [
    { status: 400, error: { type: 'validation_exception' } },
    { outcome: 'delayed', reason: 'validation_exception' },
  ],
  [{ status: 503 }, { outcome: 'delayed', reason: 'status 503' }],
])('an item with %o is %o', async (item, outcome) => {
  const store = storeOf({ bulk: async () => ({ body: { items: [{ create: item }] } }) });
  expect(await store.write([{ ...place, document: {} }], soon())).toEqual([outcome]);
});

test('creates, or replaces the very version that was read', async () => {
  const sent: unknown[] = [];
  const bulk = async ({ body }: { body: string }) => {
    sent.push(
      ...body
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    );
    return { body: { items: [{ create: { status: 201 } }, { index: { status: 200 } }] } };
  };
  const replaces = { seqNo: 3, primaryTerm: 1 };
  const writes = [
    { ...place, document: { n: 1 } },
    { ...place, document: { n: 2 }, replaces },
  ];
  await storeOf({ bulk }).write(writes, soon());
  expect(sent).toEqual([
    { create: { _index: place.index, _id: 'a' } },
    { n: 1 },
    { index: { _index: place.index, _id: 'a', if_seq_no: 3, if_primary_term: 1 } },
    { n: 2 },
  ]);
});

test('what is not there, or in no index, is undefined', async () => {
  const docs = [
    { found: true, _source: { n: 1 }, _seq_no: 4, _primary_term: 1 },
    { found: false },
    { error: { type: 'index_not_found_exception' } },
  ];
  const store = storeOf({ mget: async () => ({ body: { docs } }) });
  expect(await store.read([place, place, place], soon())).toEqual([
    { source: { n: 1 }, version: { seqNo: 4, primaryTerm: 1 } },
    undefined,
    undefined,
  ]);
});

test('what cannot be read now is not taken for nothing', async () => {
  const docs = [{ found: false }, { error: { type: 'no_shard_available_action_exception' } }];
  const store = storeOf({ mget: async () => ({ body: { docs } }) });
  await expect(store.read([place, place], soon())).rejects.toMatchObject({ kind: 'unavailable' });
});

test('a service out of reach is unavailable; a fault of ours stays one', async () => {
  const failing = (error: Error) =>
    storeOf({
      bulk: async () => {
        throw error;
      },
    }).write([{ ...place, document: {} }], soon());
  await expect(failing(new errors.ConnectionError('connect ECONNREFUSED'))).rejects.toMatchObject({
    kind: 'unavailable',
  });
  await expect(failing(new TypeError('x is not a function'))).rejects.toThrow(TypeError);
});
