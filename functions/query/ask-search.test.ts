import { Client } from '@opensearch-project/opensearch';
import { expect, test } from 'vitest';
import { isPartOfIt } from './ask.ts';
import { askSearch } from './ask-search.ts';
import { onlyWhole } from './only-whole.ts';

const search = { index: 'softphone-calls-*', body: { size: 0 } };
const whole = { hits: { hits: [] }, _shards: { total: 3, successful: 3, skipped: 0, failed: 0 } };

/** Answers with these, one for each search, at the first attempt and all others. */
function askWith(...responses: object[]) {
  return askInTurn(responses);
}

/** Answers with the first of these, at the next attempt with the next, and so on with the last. */
function askInTurn(...turns: object[][]) {
  const left = [...turns];
  const msearch = async () => ({ body: { responses: left.length > 1 ? left.shift() : left[0] } });
  const client = Object.assign(new Client({ node: 'http://search.example' }), { msearch });
  return askSearch(client, async () => undefined);
}

test('a part of the figures is not passed off as all of them', async () => {
  const failures = [{ shard: 0, index: 'softphone-calls-2026.03.04', reason: { type: 'x' } }];
  const part = { ...whole, _shards: { total: 3, successful: 2, skipped: 0, failed: 1, failures } };
  await expect(askWith(whole, part)([search, search])).rejects.toMatchObject({ kind: 'unavailable' });
});

test('what could not be searched for a moment is asked once more', async () => {
  const put = { error: { type: 'search_phase_execution_exception' }, status: 503 };
  expect(await askInTurn([whole, put], [whole, whole])([search, search])).toHaveLength(2);
});

test('where a shard is missing, what is left is told, as a part', async () => {
  // As OpenSearch says it.
  const missing = { ...whole, _shards: { total: 3, successful: 2, skipped: 0, failed: 0 } };
  const [answer] = await askWith(missing)([search]);
  expect(answer && isPartOfIt(answer)).toBe(true);
});

test('a shard that was missing for a moment is asked once more', async () => {
  const missing = { ...whole, _shards: { total: 3, successful: 2, skipped: 0, failed: 0 } };
  const [answer] = await askInTurn([missing], [whole])([search]);
  expect(answer && isPartOfIt(answer)).toBe(false);
});

test('who cannot do with a part does without', async () => {
  const missing = { ...whole, _shards: { total: 3, successful: 2, skipped: 0, failed: 0 } };
  expect(await onlyWhole(askWith(whole))([search])).toHaveLength(1);
  await expect(onlyWhole(askWith(whole, missing))([search, search])).rejects.toMatchObject({
    kind: 'unavailable',
  });
});

test.each([429, 503])('a search that was put off with %i may be tried again', async (status) => {
  const put = { error: { type: 'search_phase_execution_exception' }, status };
  await expect(askWith(whole, put)([search, search])).rejects.toMatchObject({ kind: 'unavailable' });
});

test('a search that was refused is our own fault', async () => {
  const refused = { error: { type: 'parsing_exception' }, status: 400 };
  await expect(askWith(refused)([search])).rejects.toThrow('parsing_exception');
});

const patient = { ...search, mayFail: true } as const;
const refused = { error: { type: 'parsing_exception' }, status: 400 };
const busy = { error: { type: 'search_phase_execution_exception' }, status: 503 };

test('a search that may fail takes no other with it, and says whose fault it is', async () => {
  const [first, second, third] = await askWith(whole, refused, busy)([patient, patient, patient]);
  expect(first).toMatchObject({ hits: { hits: [] } });
  expect(first?.failure).toBeUndefined();
  expect(second?.failure?.message).toContain('parsing_exception');
  expect(third?.failure).toMatchObject({ kind: 'unavailable' });
});

test('beside one that may fail another still may not', async () => {
  await expect(askWith(whole, refused)([patient, search])).rejects.toThrow('parsing_exception');
});

test('of a failure that is answered somebody hears all the same', async () => {
  const heard: string[] = [];
  const msearch = async () => ({ body: { responses: [refused] } });
  const client = Object.assign(new Client({ node: 'http://search.example' }), { msearch });
  await askSearch(client, undefined, ({ message }) => void heard.push(message))([patient]);
  expect(heard).toEqual([expect.stringContaining('parsing_exception')]);
});

test.each([
  ['failed shards', { failed: 1, failures: [{ shard: 0 }] }, {}],
  ['missing shards', { failed: 1 }, {}],
  ['too little time', { failed: 0 }, { timed_out: true }],
])('a part is told as one: %s', async (_, shards, more) => {
  const part = { ...whole, ...more, _shards: { total: 3, ...shards } };
  const [answer] = await askWith(part)([patient]);
  expect(answer && isPartOfIt(answer)).toBe(true);
  expect(isPartOfIt(whole)).toBe(false);
});
