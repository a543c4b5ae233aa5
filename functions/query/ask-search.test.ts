import { Client } from '@opensearch-project/opensearch';
import { expect, test } from 'vitest';
import { askSearch } from './ask-search.ts';

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

test('where a shard is missing, what is left is told', async () => {
  const missing = { ...whole, _shards: { total: 3, successful: 2, skipped: 0, failed: 1 } };
  expect(await askWith(missing)([search])).toHaveLength(1);
});

test.each([429, 503])('a search that was put off with %i may be tried again', async (status) => {
  const put = { error: { type: 'search_phase_execution_exception' }, status };
  await expect(askWith(whole, put)([search, search])).rejects.toMatchObject({ kind: 'unavailable' });
});

test('a search that was refused is our own fault', async () => {
  const refused = { error: { type: 'parsing_exception' }, status: 400 };
  await expect(askWith(refused)([search])).rejects.toThrow('parsing_exception');
});
