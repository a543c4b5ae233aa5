import type { Client } from '@opensearch-project/opensearch';
import * as z from 'zod';
import { kindOfIndex } from '../../model/documents/dated-index.ts';
import type { SearchHealth } from '../../model/query/health.ts';

const stats = z.object({
  status: z.enum(['green', 'yellow', 'red']),
  nodes: z.object({
    count: z.object({ total: z.number() }),
    fs: z.object({ total_in_bytes: z.number(), available_in_bytes: z.number() }),
  }),
});
/** `_cat` gives numbers as text, and none of an index that is closed. */
const row = z.object({
  index: z.string(),
  'docs.count': z.coerce.number().catch(0),
  'store.size': z.coerce.number().catch(0),
});
type Row = z.infer<typeof row>;

/**
 * How the search service is: its nodes, its storage, and the indices of each kind.
 *
 * @throws Error when it refuses or cannot be reached
 */
export async function searchHealth(search: Pick<Client, 'transport' | 'cat'>): Promise<SearchHealth> {
  const [cluster, indices] = await Promise.all([
    search.transport.request({
      method: 'GET',
      path: '/_cluster/stats',
      querystring: 'filter_path=status,nodes.count.total,nodes.fs',
    }),
    search.cat.indices({
      index: 'softphone-*,connect-*',
      format: 'json',
      bytes: 'b',
      h: ['index', 'docs.count', 'store.size'],
    }),
  ]);
  const { status, nodes } = stats.parse(cluster.body);
  return {
    status,
    nodes: nodes.count.total,
    totalBytes: nodes.fs.total_in_bytes,
    freeBytes: nodes.fs.available_in_bytes,
    indices: indicesByKind(z.array(row).parse(indices.body)),
  };
}

/** By the indices' names, whose dates are in order as text. */
export function indicesByKind(rows: readonly Row[]): SearchHealth['indices'] {
  const kinds = new Map<string, Row[]>();
  for (const each of [...rows].sort((a, b) => a.index.localeCompare(b.index))) {
    const kind = kindOfIndex(each.index);
    kinds.set(kind, [...(kinds.get(kind) ?? []), each]);
  }
  return [...kinds].map(([kind, its]) => ({
    kind,
    count: its.length,
    oldest: its[0]?.index ?? '',
    newest: its.at(-1)?.index ?? '',
    documents: its.reduce((sum, each) => sum + each['docs.count'], 0),
    bytes: its.reduce((sum, each) => sum + each['store.size'], 0),
  }));
}
