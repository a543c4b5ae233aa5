import { z } from 'zod';

/** JSON of the search engine's query language, built by the functions beside this one and by nobody else. */
export type Clause = { readonly [key: string]: unknown };

/** One search of a multi-search. */
export type Search = {
  /** Index pattern; one that matches nothing gives an empty answer. */
  readonly index: string;
  readonly body: Clause;
};

const hit = z.object({
  _source: z.unknown().optional(),
  sort: z.array(z.unknown()).optional(),
  fields: z.unknown().optional(),
});

/** What is read of the answer to one search. */
export const searchAnswer = z.object({
  hits: z.object({ total: z.object({ value: z.number() }).optional(), hits: z.array(hit) }),
  aggregations: z.record(z.string(), z.unknown()).optional(),
  _shards: z.object({ failures: z.array(z.unknown()).optional() }).optional(),
});
export type SearchAnswer = z.infer<typeof searchAnswer>;

/** Sends searches as one `_msearch` and gives their answers in the same order; throws if any of them failed. */
export type Ask = (searches: readonly Search[]) => Promise<readonly SearchAnswer[]>;
