import type { Client } from '@opensearch-project/opensearch';
import * as z from 'zod';
import type { DatedKind } from '../../model/documents/kinds.ts';
import { KnownError } from '../errors.ts';
import { reaching } from './reaching.ts';
import { allAnswered, shards } from './shards.ts';

/** A document, as it was written last, with those of its fields that were asked for. */
export type WrittenDocument = {
  readonly index: string;
  readonly id: string;
  /** The number of that writing in its index. */
  readonly number: number;
  readonly fields: Readonly<Record<string, unknown>>;
};

export type Numbers = Readonly<Record<string, number>>;

/**
 * Documents by the number of their last writing, which OpenSearch counts for each index, as each has one shard
 * (functions/setup/index-templates.ts). Both throw KnownError `unavailable` when not all of them can be reached by the
 * deadline, in epoch milliseconds.
 */
export type WrittenDocuments = {
  /** The highest number in each index of a kind that has any above those that are known. */
  readonly newest: (kind: DatedKind, known: Numbers, deadline: number) => Promise<Numbers>;
  /** Those of an index with numbers above one and up to another, in order, at most so many. */
  readonly between: (asked: Between, deadline: number) => Promise<readonly WrittenDocument[]>;
};
export type Between = {
  readonly kind: DatedKind;
  readonly index: string;
  readonly after: number;
  readonly upTo: number;
  readonly fields: readonly string[];
  readonly most: number;
};

/** More than a domain has. */
const mostIndices = 10_000;

const newestAnswer = z.object({
  _shards: shards.optional(),
  // Without any index there is nothing to aggregate.
  aggregations: z
    .object({
      byIndex: z.object({
        buckets: z.array(z.object({ key: z.string(), newest: z.object({ value: z.number().nullable() }) })),
      }),
    })
    .optional(),
});
const hitsAnswer = z.object({
  _shards: shards.optional(),
  hits: z.object({
    hits: z.array(
      z.object({
        _index: z.string(),
        _id: z.string(),
        _source: z.record(z.string(), z.unknown()).default({}),
        sort: z.tuple([z.number()]),
      }),
    ),
  }),
});

export function makeWrittenDocuments(search: Pick<Client, 'search'>): WrittenDocuments {
  /** By the kind's pattern, whichever index is asked: rights are given by it. */
  const ask = (kind: DatedKind, body: object, deadline: number) =>
    reaching(deadline, async (options) => {
      const where = { index: `${kind}-*`, ignore_unavailable: false, allow_no_indices: true };
      const asked = { ...where, body: { track_total_hits: false, ...body } as object };
      return (await search.search(asked, options)).body;
    });
  return {
    newest: async (kind, known, deadline) => {
      const names = Object.keys(known);
      const isNew = [
        { bool: { must_not: [{ terms: { _index: names } }] } },
        ...names.map((index) => numbered(index, { gt: known[index] ?? -1 })),
      ];
      const byIndex = {
        terms: { field: '_index', size: mostIndices },
        aggs: { newest: { max: { field: '_seq_no' } } },
      };
      const query = { bool: { should: isNew, minimum_should_match: 1 } };
      const answer = newestAnswer.parse(await ask(kind, { size: 0, query, aggs: { byIndex } }, deadline));
      requireAll(answer);
      const buckets = answer.aggregations?.byIndex.buckets ?? [];
      return Object.fromEntries(buckets.map(({ key, newest }) => [key, newest.value ?? 0]));
    },
    between: async ({ kind, index, after, upTo, fields, most }, deadline) => {
      const body = {
        size: most,
        query: numbered(index, { gt: after, lte: upTo }),
        sort: [{ _seq_no: 'asc' }],
        _source: { includes: fields },
      };
      const answer = hitsAnswer.parse(await ask(kind, body, deadline));
      requireAll(answer);
      return answer.hits.hits.map(({ _index, _id, _source, sort: [number] }) => ({
        index: _index,
        id: _id,
        number,
        fields: _source,
      }));
    },
  };
}

function numbered(index: string, range: { readonly gt: number; readonly lte?: number }): object {
  return { bool: { filter: [{ term: { _index: index } }, { range: { _seq_no: range } }] } };
}

/** What is left out would be passed over for good. */
function requireAll({ _shards }: { readonly _shards?: z.infer<typeof shards> | undefined }): void {
  if (!allAnswered(_shards)) throw new KnownError('unavailable', 'Not all of the data can be reached now.');
}
