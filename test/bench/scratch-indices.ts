import { randomUUID } from 'node:crypto';
import type { Client } from '@opensearch-project/opensearch';
import { indexSettings, mappingOf } from '../../functions/setup/index-templates.ts';
import type { Properties } from '../../model/documents/mapping.ts';

/** Indices with the product's own settings that are gone afterwards. */
export type ScratchIndices = {
  /** Makes an empty one and gives its name. */
  readonly make: (properties: Properties) => Promise<string>;
  /** Bytes on disk once all is in one segment. */
  readonly bytesOf: (index: string) => Promise<number>;
  readonly countOf: (index: string) => Promise<number>;
};

/** Lends indices; deletes them whatever happens. */
export async function withScratchIndices<Result>(
  search: Client,
  use: (indices: ScratchIndices) => Promise<Result>,
): Promise<Result> {
  const made: string[] = [];
  const make = async (properties: Properties) => {
    const index = `bench-${randomUUID()}`;
    const settings = {
      ...indexSettings('best_compression'),
      sort: { field: ['@timestamp'], order: ['desc'] },
    };
    const body = { settings: { index: settings }, mappings: mappingOf(properties) } as object;
    await search.indices.create({ index, body });
    made.push(index);
    return index;
  };
  const bytesOf = async (index: string) => {
    await search.indices.refresh({ index });
    await search.indices.forcemerge({ index, max_num_segments: 1, flush: true });
    // What was merged away is counted until nothing reads it any more.
    await search.indices.refresh({ index });
    await search.indices.flush({ index, force: true });
    const { body } = await search.indices.stats({ index });
    const { segments, store } = body._all?.primaries ?? {};
    if (segments?.count !== 1) throw new Error(`${index} has ${segments?.count} segments after the merge`);
    return store?.size_in_bytes ?? Number.NaN;
  };
  const countOf = async (index: string) => (await search.count({ index })).body.count;
  try {
    return await use({ make, bytesOf, countOf });
  } finally {
    if (made.length > 0) await search.indices.delete({ index: made });
  }
}
