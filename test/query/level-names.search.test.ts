import { Client } from '@opensearch-project/opensearch';
import { expect, onTestFinished, test } from 'vitest';
import { makeDocumentStore } from '../../functions/clients/document-store.ts';
import { makeInstanceDirectory } from '../../functions/clients/instance-directory.ts';
import { syncNames } from '../../functions/collect/sync-names.ts';
import { askSearch } from '../../functions/query/ask-search.ts';
import { levelNamesOf } from '../../functions/query/level-names.ts';
import { setUpSearch } from '../../functions/setup/set-up-search.ts';
import { connectInstancesIndex } from '../../model/documents/connect-instance.ts';

const url = process.env.OPENSEARCH_URL;
const client = new Client({ node: url ?? 'http://127.0.0.1:9200' });
const instanceId = `instance-of-${process.pid}`;

test.skipIf(!url)('what was synced is what the pages and the collectors read', async () => {
  await setUpSearch(client);
  onTestFinished(async () => {
    await client.delete({ index: connectInstancesIndex, id: instanceId });
  });
  const ask = askSearch(client);
  expect(await levelNamesOf(instanceId, ask)).toEqual({});
  const store = makeDocumentStore(client);
  const found = {
    hierarchyLevels: { level1: 'Department' },
    queues: [{ id: 'q', arn: 'arn', name: 'Billing' }],
  };
  await syncNames({ instanceId, find: async () => ({ ...found, requests: 2 }), store });
  expect(await makeInstanceDirectory(store)(instanceId)).toMatchObject({ queues: [{ name: 'Billing' }] });
  await client.indices.refresh({ index: connectInstancesIndex });
  expect(await levelNamesOf(instanceId, ask)).toEqual({ level1: 'Department' });
});
