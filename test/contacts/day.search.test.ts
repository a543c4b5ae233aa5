import { Client } from '@opensearch-project/opensearch';
import { expect, test } from 'vitest';
import { expectSameContacts } from './expect-same-contacts.ts';

const search = new Client({ node: process.env.OPENSEARCH_URL ?? 'http://127.0.0.1:9200' });

test('some hours come to the same contacts in whatever order, however late and however often they are told', async () => {
  expect(await expectSameContacts(search, 3, [1, 2])).toBeGreaterThanOrEqual(60);
});
