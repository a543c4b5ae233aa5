import { Client } from '@opensearch-project/opensearch';
import { expect, test } from 'vitest';
import { askAll } from './ask-all.ts';

const searches = [{ index: 'softphone-calls-*', body: {} }];
const found = (successful: number, failures: object[] = []) => ({
  hits: { hits: [{ _index: 'a', _id: '1', _source: {} }] },
  _shards: { total: 2, successful, skipped: 0, failed: failures.length, failures },
});

/** Answers in turn, and then with the last. */
function clientThatFinds(...turns: object[]) {
  const left = [...turns];
  const asked = { times: 0 };
  const msearch = async () => {
    asked.times++;
    return { body: { responses: [left.length > 1 ? left.shift() : left[0]] } };
  };
  return { asked, client: Object.assign(new Client({ node: 'http://search.example' }), { msearch }) };
}

test.each([
  ['a shard is missing, of which the service tells no failure', found(1)],
  ['a shard has failed', found(1, [{ reason: {} }])],
  ['the service has too much to do', { error: { type: 'rejected' }, status: 429 }],
])('where %s it is asked until all of it is there', async (_, part) => {
  const { client, asked } = clientThatFinds(part, found(2));
  expect(await askAll(client, searches, Date.now() + 5000)).toMatchObject([[{ _id: '1' }]]);
  expect(asked.times).toBe(2);
  const never = clientThatFinds(part);
  await expect(askAll(never.client, searches, Date.now() + 250)).rejects.toMatchObject({
    kind: 'unavailable',
  });
});
