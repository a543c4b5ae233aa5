import type { Client } from '@opensearch-project/opensearch';
import * as z from 'zod';
import { connectUsersIndex } from '../../model/documents/connect-user.ts';
import { datedKinds } from '../../model/documents/kinds.ts';
import type { DataHealth } from '../../model/query/health.ts';

const dayMillis = 86_400_000;
const mostVersions = 20;

const newest = z.object({ value: z.number().nullable() });
const answer = z.object({
  responses: z.array(
    z.object({
      aggregations: z
        .object({
          newest,
          versions: z
            .object({
              buckets: z.array(
                z.object({ key: z.string(), agents: z.object({ value: z.number() }), newest }),
              ),
            })
            .optional(),
        })
        .optional(),
    }),
  ),
});

/**
 * What arrived lately, and from which versions of the agents' page.
 *
 * @throws Error when the search service refuses or cannot be reached
 */
export async function dataHealth(
  search: Pick<Client, 'msearch' | 'count'>,
  instanceId: string,
  now: Date,
): Promise<DataHealth> {
  const searches = [...datedKinds.map((kind) => newestOf(`${kind}-*`, now)), pageVersions(now)];
  const [found, users] = await Promise.all([
    search.msearch({ body: searches.flat() as never }),
    search.count({
      index: connectUsersIndex,
      ignore_unavailable: true,
      body: { query: { term: { instanceId } } } as object,
    }),
  ]);
  const answers = answer.parse(found.body).responses.map(({ aggregations }) => aggregations);
  const versions = answers[datedKinds.length]?.versions?.buckets ?? [];
  return {
    newest: datedKinds.map((kind, i) => ({ kind, at: isoOf(answers[i]?.newest.value) })),
    pageVersions: versions.flatMap(({ key, agents, newest: { value } }) => {
      const at = isoOf(value);
      return at === null ? [] : [{ version: key, agents: agents.value, newest: at }];
    }),
    users: users.body.count,
  };
}

function newestOf(index: string, now: Date): object[] {
  return searchOf(index, 7 * dayMillis, now, { newest: { max: { field: 'receivedAt' } } });
}

function pageVersions(now: Date): object[] {
  const aggs = { agents: { cardinality: { field: 'agent' } }, newest: { max: { field: 'receivedAt' } } };
  return searchOf('softphone-api-metrics-*,softphone-stream-stats-*', dayMillis, now, {
    newest: { max: { field: 'receivedAt' } },
    versions: { terms: { field: 'pageVersion', size: mostVersions, order: { agents: 'desc' } }, aggs },
  });
}

function searchOf(index: string, backMillis: number, now: Date, aggs: object): object[] {
  const since = new Date(now.getTime() - backMillis).toISOString();
  return [
    { index, ignore_unavailable: true, allow_no_indices: true },
    { size: 0, track_total_hits: false, query: { range: { receivedAt: { gte: since } } }, aggs },
  ];
}

function isoOf(millis: number | null | undefined): string | null {
  return millis === null || millis === undefined ? null : new Date(millis).toISOString();
}
