import type * as z from 'zod';
import { KnownError } from '../errors.ts';
import { type Ask, type Clause, isPartOfIt } from './ask.ts';

/** The most that the service gives at once (`index.max_result_window`). */
const pageSize = 10_000;

type Wanted<Shape extends z.ZodRawShape> = {
  /** What is read of each document; the names of its fields are asked for. */
  readonly schema: z.ZodObject<Shape>;
  /** Instead of all of a field that is an object: `{ calls: 'calls.agent' }`. */
  readonly only?: Readonly<Record<string, string>>;
  readonly index: string;
  /** Which no two documents of a moment share. */
  readonly idField: string;
  readonly query: Clause;
};

/**
 * All documents that match, page by page, in an order in which what comes meanwhile moves nothing.
 *
 * @throws KnownError `unavailable`, also where some of the data cannot be reached: what is made of a part looks like the whole
 */
export async function readAll<Shape extends z.ZodRawShape>(
  ask: Ask,
  { schema, only = {}, index, idField, query }: Wanted<Shape>,
): Promise<z.infer<z.ZodObject<Shape>>[]> {
  const found: z.infer<z.ZodObject<Shape>>[] = [];
  for (let after: readonly unknown[] | undefined; ; ) {
    const body: Clause = {
      size: pageSize,
      track_total_hits: false,
      _source: { includes: Object.keys(schema.shape).map((name) => only[name] ?? name) },
      query,
      sort: [{ '@timestamp': 'asc' }, { [idField]: 'asc' }],
      ...(after ? { search_after: after } : {}),
    };
    const [answer] = await ask([{ index, body }]);
    if (!answer || isPartOfIt(answer))
      throw new KnownError('unavailable', 'Some of the data cannot be reached now; try again in a moment.');
    const { hits } = answer.hits;
    for (const { _source } of hits) found.push(schema.parse(_source));
    after = hits.at(-1)?.sort;
    if (hits.length < pageSize || !after) return found;
  }
}
