import { Client } from '@opensearch-project/opensearch';
import { expect, test } from 'vitest';
import { expectSameContacts } from '../contacts/expect-same-contacts.ts';

const search = new Client({ node: process.env.OPENSEARCH_URL ?? 'http://127.0.0.1:9200' });

test('a day comes to the same contacts in whatever order, however late and however often it is told', {
  timeout: 600_000,
}, async () => {
  const contacts = await expectSameContacts(search, 11, [1, 2, 3]);
  console.info(`${contacts} contacts, told in three orders`);
  expect(contacts).toBeGreaterThanOrEqual(200);
});
