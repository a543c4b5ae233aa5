import * as z from 'zod';
import type { Ask } from '../../functions/query/ask.ts';

const limits = z.record(z.string(), z.object({ gte: z.string(), lt: z.string() }));
const range = z.object({ range: limits });
const query = z.union([
  range.transform((its) => [its]),
  z.object({ bool: z.object({ should: z.array(range) }) }).transform((its) => its.bool.should),
]);

/** Answers a search for documents within one of some ranges, all in one page. */
export function askMemory(documents: () => Iterable<[string, unknown]>): Ask {
  return async (searches) =>
    searches.map(({ index, body }) => {
      const ranges = query.parse(body.query).flatMap((its) => Object.entries(its.range));
      const kind = index.replace('*', '');
      const found = [...documents()].filter(([place, document]) => {
        const of = (field: string) => (document as Record<string, string>)[field] ?? '';
        return (
          place.startsWith(kind) && ranges.some(([field, { gte, lt }]) => of(field) >= gte && of(field) < lt)
        );
      });
      return { hits: { hits: found.map(([, document]) => ({ _source: document })) } };
    });
}
