import { Client } from '@opensearch-project/opensearch';
import { afterAll, expect, test } from 'vitest';
import { connectUserId, connectUsersIndex } from '../../model/documents/connect-user.ts';
import { selfTestStep } from './self-test-step.ts';
import { setUpSearch } from './set-up-search.ts';

const search = new Client({ node: process.env.OPENSEARCH_URL ?? 'http://127.0.0.1:9200' });
const instanceId = 'self-test-of-self-test';
const other = { instanceId, username: 'somebody.else' };
const index = 'softphone-api-metrics-2001.01.01';
afterAll(async () => {
  await search.indices.delete({ index, ignore_unavailable: true });
  await search.delete({ index: connectUsersIndex, id: connectUserId(other) }, { ignore: [404] });
});

test('the agent is known only where others are, and goes again with the message', async () => {
  await setUpSearch(search);
  const agent = 'self-test-0123456789';
  const step = (its: 'begin' | 'find' | 'end') => selfTestStep(search, instanceId, its, agent);
  const known = async () =>
    (
      await search.exists({
        index: connectUsersIndex,
        id: connectUserId({ instanceId, username: agent }),
      })
    ).body;
  expect(await step('begin')).toBe(0);
  expect(await known()).toBe(false);
  await search.index({
    index: connectUsersIndex,
    id: connectUserId(other),
    body: other,
    refresh: 'true',
  });
  expect(await step('begin')).toBe(1);
  expect(await known()).toBe(true);

  expect(await step('find')).toBe(0);
  const sent = { '@timestamp': '2001-01-01T00:00:00.000Z' };
  await search.index({ index, body: { ...sent, agent } });
  await search.index({ index, body: { ...sent, agent: 'ana.silva' }, refresh: 'true' });
  expect(await step('find')).toBe(1);
  expect(await step('end')).toBe(1);
  expect(await step('find')).toBe(0);
  expect(await known()).toBe(false);
  expect((await search.count({ index })).body.count).toBe(1);
});
