import { Client } from '@opensearch-project/opensearch';
import { expect, test } from 'vitest';
import { makeSubjectDocuments } from './subject-documents.ts';

test('of what cannot be reached nobody says that there is nothing', async () => {
  const answer = { hits: { hits: [] }, _shards: { total: 2, successful: 1, skipped: 0, failed: 0 } };
  const client = Object.assign(new Client({ node: 'http://search.example' }), {
    search: async () => ({ body: answer }),
  });
  const documents = makeSubjectDocuments(client);
  await expect(documents.count({ agent: 'ana.silva' })).rejects.toMatchObject({ kind: 'unavailable' });
  await expect(documents.contactsNaming('ana.silva')).rejects.toMatchObject({ kind: 'unavailable' });
});
