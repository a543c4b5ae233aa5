import { z } from 'zod';
import { allAnswered, shards } from '../clients/shards.ts';

/** JSON of the search engine's query language, built by the functions beside this one and by nobody else. */
export type Clause = { readonly [key: string]: unknown };

/** One search of a multi-search. */
export type Search = {
  /** Index pattern; one that matches nothing gives an empty answer. */
  readonly index: string;
  readonly body: Clause;
  /** Whether its answer may be a failure, or only a part, that whoever asks tells apart; else nothing is answered then. */
  readonly mayFail?: true;
};

const hit = z.object({
  _index: z.string().optional(),
  _id: z.string().optional(),
  _source: z.unknown().optional(),
  sort: z.array(z.unknown()).optional(),
  fields: z.unknown().optional(),
});

/** What is read of the answer to one search. */
export const searchAnswer = z.object({
  hits: z.object({ total: z.object({ value: z.number() }).optional(), hits: z.array(hit) }),
  aggregations: z.record(z.string(), z.unknown()).optional(),
  timed_out: z.boolean().optional(),
  _shards: shards.optional(),
});
export type SearchAnswer = z.infer<typeof searchAnswer> & {
  /** Instead of anything that was found; only of a search that may fail. */
  readonly failure?: Error;
};

/** Whether some of the data was not looked at: not in time, or because it could not be reached. */
export function isPartOfIt({ timed_out: isLate = false, _shards }: SearchAnswer): boolean {
  return isLate || !allAnswered(_shards);
}

/** Sends searches as one `_msearch` and gives their answers in the same order; throws if one that may not fail did. */
export type Ask = (searches: readonly Search[]) => Promise<readonly SearchAnswer[]>;
