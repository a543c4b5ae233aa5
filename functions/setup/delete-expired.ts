import type { Client } from '@opensearch-project/opensearch';
import { datedKinds, type Rotation, rotations } from '../../model/documents/kinds.ts';
import { daysOf, type Retention } from '../../model/settings/retention.ts';
import { type DatedIndex, expiredIndices } from './expired-indices.ts';

/**
 * Deletes the dated indices whose whole period is older than the retention.
 *
 * @returns their names
 */
export async function deleteExpired(
  search: Client,
  retention: Retention,
  now: Date,
): Promise<readonly string[]> {
  const indices = await datedIndices(search);
  const expired = datedKinds.flatMap((kind) => {
    const its = indices.filter(({ name }) => name.startsWith(`${kind}-`));
    return expiredIndices(its, daysOf(retention, kind), now);
  });
  // One by one: names in one request may come to more than a URL can hold.
  for (const name of expired) await search.indices.delete({ index: name, ignore_unavailable: true });
  return expired;
}

async function datedIndices(search: Client): Promise<readonly DatedIndex[]> {
  const { body } = await search.indices.getMapping({
    index: datedKinds.map((kind) => `${kind}-*`).join(','),
    allow_no_indices: true,
    filter_path: '*.mappings._meta,*.mappings.dynamic',
  } as object);
  return Object.entries(body).map(([name, { mappings }]) => ({
    name,
    rotation: rotationOf(mappings?._meta),
  }));
}

function rotationOf(meta: Readonly<Record<string, unknown>> | undefined): Rotation | undefined {
  return rotations.find((rotation) => rotation === meta?.rotation);
}
