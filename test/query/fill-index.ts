import type { Client } from '@opensearch-project/opensearch';

/** Makes an index of exactly this mapping with these documents, ready to be searched. Throws if any was refused. */
export async function fillIndex(
  client: Client,
  index: string,
  properties: object,
  documents: readonly object[],
): Promise<void> {
  await client.indices.create({
    index,
    body: { mappings: { dynamic: false, properties: { ...properties } } },
  });
  const body = documents.flatMap((document) => [{ create: { _index: index } }, document]);
  const { body: answer } = await client.bulk({ body, refresh: true });
  if (answer.errors) throw new Error(`The search service refused documents for ${index}`);
}
