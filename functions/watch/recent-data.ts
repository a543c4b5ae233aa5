import type { Client } from '@opensearch-project/opensearch';
import * as z from 'zod';
import { softphoneKinds } from '../../model/documents/kinds.ts';

/** What arrived lately from the agents' pages. */
export type RecentData = {
  /** When the newest message came; undefined where none of the last day is stored. */
  readonly newest: Date | undefined;
  /** How many documents of the last hour came from each page version. */
  readonly pageVersions: Readonly<Record<string, number>>;
};

/** Every version becomes a metric, which is paid for; and anybody may claim any. */
const mostVersions = 5;
const plainVersion = /^[\w.+-]{1,40}$/;
/** For those beyond, and for what is no version. */
const otherVersions = 'other';

const answer = z.object({
  // Without any index there is nothing to aggregate.
  aggregations: z
    .object({
      newest: z.object({ value: z.number().nullable() }),
      hour: z.object({
        versions: z.object({
          sum_other_doc_count: z.number(),
          buckets: z.array(z.object({ key: z.string(), doc_count: z.number() })),
        }),
      }),
    })
    .optional(),
});

/**
 * Asks what arrived lately, by the server's own clock.
 *
 * @throws Error when the search service refuses or cannot be reached
 */
export async function recentData(search: Pick<Client, 'search'>, now: Date): Promise<RecentData> {
  const since = (millis: number) => ({
    range: { receivedAt: { gte: new Date(now.getTime() - millis).toISOString() } },
  });
  const { body } = await search.search({
    index: softphoneKinds.map((kind) => `${kind}-*`).join(','),
    ignore_unavailable: true,
    allow_no_indices: true,
    body: {
      size: 0,
      track_total_hits: false,
      query: since(86_400_000),
      aggs: {
        newest: { max: { field: 'receivedAt' } },
        hour: {
          filter: since(3_600_000),
          aggs: { versions: { terms: { field: 'pageVersion', size: mostVersions } } },
        },
      },
    } as object,
  });
  return read(body);
}

function read(body: unknown): RecentData {
  const { aggregations } = answer.parse(body);
  if (!aggregations) return { newest: undefined, pageVersions: {} };
  const { newest, hour } = aggregations;
  const { buckets, sum_other_doc_count: rest } = hour.versions;
  const pageVersions: Record<string, number> = {};
  const add = (name: string, count: number) => {
    pageVersions[name] = (pageVersions[name] ?? 0) + count;
  };
  for (const { key, doc_count } of buckets) add(plainVersion.test(key) ? key : otherVersions, doc_count);
  if (rest > 0) add(otherVersions, rest);
  return { newest: newest.value === null ? undefined : new Date(newest.value), pageVersions };
}
