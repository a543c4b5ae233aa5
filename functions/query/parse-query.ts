import type { z } from 'zod';
import { fromQueryString } from '../../model/query/filters.ts';
import { KnownError } from '../errors.ts';

/**
 * Reads what a query string says.
 *
 * @throws KnownError `invalid` with the path of each fault (the first 20)
 */
export function parseQuery<Query>(schema: z.ZodType<Query>, query: URLSearchParams): Query {
  const parsed = schema.safeParse(fromQueryString(query));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues
    .slice(0, 20)
    .map((issue) => ({ path: `$.${issue.path.map(String).join('.')}`, message: explain(issue) }));
  throw new KnownError('invalid', 'The query string is not what this route takes.', { faults });
}

/** zod's message of an unknown key repeats the key, which is the caller's text. */
function explain(issue: z.core.$ZodIssue): string {
  return issue.code === 'unrecognized_keys' ? 'a filter that there is not' : issue.message;
}
