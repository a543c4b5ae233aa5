import type { Client } from '@opensearch-project/opensearch';
import * as z from 'zod';
import type { RollUp } from '../../model/documents/roll-up.ts';
import { reaching } from '../clients/reaching.ts';
import type { HalfHour } from './stretches.ts';

type Clause = { readonly [key: string]: unknown };

/** More than a domain has. */
const mostIndices = 10_000;
export const ofSummaries: Clause = { term: { kind: 'summary' } };

/**
 * The highest sequence number of a summary in each index that got new ones since the last look.
 *
 * The number is OpenSearch's own count of the writings to an index, which has one shard (functions/setup/index-templates.ts).
 * When a message was taken would not do: one that waited in the queue or in the bucket of failed records was taken long
 * before it was stored.
 *
 * @param indices a pattern
 * @throws KnownError `unavailable`; the client's errors
 */
export async function newestSummaries(
  search: Pick<Client, 'search'>,
  indices: string,
  known: RollUp['indices'],
  deadline: number,
): Promise<Readonly<Record<string, number>>> {
  const names = Object.keys(known);
  const isNew = [
    { bool: { must_not: [{ terms: { _index: names } }] } },
    ...names.map((name) => allOf([{ term: { _index: name } }, numbered({ gt: known[name]?.seen ?? -1 })])),
  ];
  const { byIndex } = await aggregate(search, indices, deadline, {
    query: allOf([ofSummaries, { bool: { should: isNew, minimum_should_match: 1 } }]),
    aggs: {
      byIndex: {
        terms: { field: '_index', size: mostIndices },
        aggs: { newest: { max: { field: '_seq_no' } } },
      },
    },
  });
  return Object.fromEntries(
    (byIndex?.buckets ?? []).map(({ key, newest }) => [String(key), newest?.value ?? 0]),
  );
}

/** What of an index is to be rolled up: by sequence number, and by time in epoch milliseconds. */
export type Changes = {
  readonly index: string;
  /** Up to here it is rolled up; absent where nothing of the index is. */
  readonly after?: number | undefined;
  readonly upTo: number;
  /** From here on nothing is rolled up, whatever its number. */
  readonly from?: number | undefined;
  readonly to: number;
};

/** The half hours whose roll-up is missing or not what their summaries come to any more, oldest first. */
export async function changedHalfHours(
  search: Pick<Client, 'search'>,
  { index, after, upTo, from, to }: Changes,
  deadline: number,
): Promise<readonly HalfHour[]> {
  const isMissing = [
    numbered({ gt: after ?? -1 }),
    ...(from === undefined ? [] : [{ range: { '@timestamp': { gte: iso(from) } } }]),
  ];
  const { halfHours } = await aggregate(search, index, deadline, {
    query: allOf([
      ofSummaries,
      numbered({ lte: upTo }),
      { range: { '@timestamp': { lt: iso(to) } } },
      { bool: { should: isMissing, minimum_should_match: 1 } },
    ]),
    aggs: {
      halfHours: { date_histogram: { field: '@timestamp', fixed_interval: '30m', min_doc_count: 1 } },
    },
  });
  return (halfHours?.buckets ?? []).map(({ key, doc_count: summaries }) => ({ at: Number(key), summaries }));
}

/** Clauses that all must hold. */
export function allOf(filter: readonly Clause[]): Clause {
  return { bool: { filter } };
}

/** Of the writings with such sequence numbers. */
export function numbered(range: { readonly gt?: number; readonly lte?: number }): Clause {
  return { range: { _seq_no: range } };
}

const bucket = z.object({
  key: z.union([z.string(), z.number()]),
  doc_count: z.number(),
  newest: z.object({ value: z.number().nullable() }).optional(),
});
const answer = z.object({
  // Without any index there is nothing to aggregate.
  aggregations: z.record(z.string(), z.object({ buckets: z.array(bucket) })).default({}),
});

async function aggregate(
  search: Pick<Client, 'search'>,
  index: string,
  deadline: number,
  asked: { readonly query: Clause; readonly aggs: Clause },
): Promise<z.infer<typeof answer>['aggregations']> {
  const { body } = await reaching(deadline, (options) =>
    search.search(
      {
        index,
        ignore_unavailable: true,
        allow_no_indices: true,
        body: { size: 0, track_total_hits: false, ...asked } as object,
      },
      options,
    ),
  );
  return answer.parse(body).aggregations;
}

const iso = (at: number) => new Date(at).toISOString();
