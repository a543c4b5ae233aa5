import { Client } from '@opensearch-project/opensearch';
import { afterAll, expect, test } from 'vitest';
import { makeExistingIndices } from './existing-indices.ts';

const search = new Client({ node: process.env.OPENSEARCH_URL ?? 'http://127.0.0.1:9200' });
const made = ['existing-indices-open', 'existing-indices-closed'] as const;
afterAll(() => search.indices.delete({ index: made.join(',') }));

test('tells which indices there are, closed ones too', async () => {
  for (const index of made) await search.indices.create({ index });
  await search.indices.close({ index: made[1] });
  const existing = makeExistingIndices(search);
  const found = await existing(['existing-indices-missing', ...made], Date.now() + 10_000);
  expect([...found]).toEqual(made);
});
