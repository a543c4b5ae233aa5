import type { Client } from '@opensearch-project/opensearch';
import { kindOfIndex } from '../../model/documents/dated-index.ts';
import { type IndexNames, prefixOf } from '../../model/documents/index-names.ts';
import { datedKinds } from '../../model/documents/kinds.ts';
import { daysOf, type Retention } from '../../model/settings/retention.ts';
import { expiredIndices } from './expired-indices.ts';

/**
 * Deletes the dated indices whose whole period is older than the retention.
 *
 * @returns their names
 */
export async function deleteExpired(
  search: Client,
  retention: Retention,
  now: Date,
  names: IndexNames = { rotation: 'daily' },
): Promise<readonly string[]> {
  const indices = await datedIndices(search);
  const expired = datedKinds.flatMap((kind) => {
    const prefixes = [kind, prefixOf(kind, names)];
    const its = indices.filter((index) => prefixes.includes(kindOfIndex(index)));
    return expiredIndices(its, daysOf(retention, kind), now);
  });
  // One by one: names in one request may come to more than a URL can hold.
  for (const name of expired) await search.indices.delete({ index: name, ignore_unavailable: true });
  return expired;
}

async function datedIndices(search: Client): Promise<readonly string[]> {
  const { body } = await search.indices.getSettings({
    index: datedKinds.map((kind) => `${kind}-*`).join(','),
    // Any one that every index has: only their names are wanted.
    name: 'index.uuid',
    allow_no_indices: true,
  });
  return Object.keys(body);
}
