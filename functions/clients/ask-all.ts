import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@opensearch-project/opensearch';
import * as z from 'zod';
import { KnownError } from '../errors.ts';
import { reaching } from './reaching.ts';
import { allAnswered, shards } from './shards.ts';

const againMillis = 300;
/** What it says of a search for which it has no time or room now. */
const busy = [429, 503];

const hit = z.object({
  _index: z.string(),
  _id: z.string(),
  _seq_no: z.number().optional(),
  _primary_term: z.number().optional(),
  _source: z.unknown(),
});
export type Hit = z.infer<typeof hit>;
const found = z.object({
  hits: z.object({ hits: z.array(hit) }),
  _shards: shards.optional(),
});
const failed = z.object({ error: z.object({ type: z.string() }), status: z.number().optional() });
const responses = z.array(z.union([found, failed]));

/** One search of a multi-search. */
export type Search = { readonly index: string; readonly body: object };

/**
 * What is missing from an answer would be missing from a contact, and nobody would ask for it again. So it is asked for until
 * all of it is there: an index that is just being made cannot be searched for some tenths of a second, one that is being
 * recovered for minutes.
 *
 * @param deadline in epoch milliseconds
 * @returns what each search found
 * @throws KnownError `unavailable`; Error of a search that is refused
 */
export async function askAll(
  search: Client,
  searches: readonly Search[],
  deadline: number,
): Promise<readonly (readonly Hit[])[]> {
  for (;;) {
    const answers = await askOnce(search, searches, deadline);
    const whole = answers.flatMap((answer) => (isWhole(answer) ? [answer.hits.hits] : []));
    if (whole.length === answers.length) return whole;
    if (Date.now() + againMillis >= deadline) {
      throw new KnownError('unavailable', 'The search service does not give all of an answer now.');
    }
    await sleep(againMillis);
  }
}

async function askOnce(search: Client, searches: readonly Search[], deadline: number) {
  const lines = searches.flatMap(({ index, body }) => [
    { index, ignore_unavailable: true, allow_no_indices: true },
    { track_total_hits: false, ...body },
  ]);
  const { body } = await reaching(deadline, (options) => search.msearch({ body: lines as never }, options));
  return responses.parse(body.responses);
}

/** Throws Error of a search that is refused: it would be again. */
function isWhole(answer: z.infer<typeof responses>[number]): answer is z.infer<typeof found> {
  if (!('error' in answer)) return allAnswered(answer._shards);
  if (busy.includes(answer.status ?? 0)) return false;
  throw new Error(`The search service refused a search: ${answer.error.type}`);
}
