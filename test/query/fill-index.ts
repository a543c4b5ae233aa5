import type { Client } from '@opensearch-project/opensearch';

/** Some megabytes. */
const mostAtOnce = 5000;

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
  await addToIndex(client, index, documents);
}

/** Adds documents, ready to be searched. Throws if any was refused. */
export async function addToIndex(client: Client, index: string, documents: readonly object[]): Promise<void> {
  for (let first = 0; first < documents.length; first += mostAtOnce) {
    const some = documents.slice(first, first + mostAtOnce);
    const body = some.flatMap((document) => [{ create: { _index: index } }, document]);
    const { body: answer } = await client.bulk({ body });
    if (answer.errors) throw new Error(`The search service refused documents for ${index}`);
  }
  await client.indices.refresh({ index });
}
