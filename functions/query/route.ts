import type { z } from 'zod';
import { contactId } from '../../model/messages/envelope.ts';
import type { QualityLimits } from '../../model/quality/limits.ts';
import {
  callQuery,
  callsQuery,
  type Filters,
  fromQueryString,
  overviewQuery,
} from '../../model/query/filters.ts';
import type { Findings } from '../../model/query/findings.ts';
import { KnownError } from '../errors.ts';
import { apiFindings } from './api-findings.ts';
import type { Ask } from './ask.ts';
import { callFindings } from './call-findings.ts';
import { listCalls } from './call-list.ts';
import { choicesOf } from './choices.ts';
import { oneCall } from './one-call.ts';
import { overviewOf } from './overview.ts';

/** What the routes need of the outside. */
export type Means = { readonly ask: Ask; readonly limits: QualityLimits };

/**
 * Answers what is asked for below `/query/`.
 *
 * @param path without the leading `/query/`
 * @throws KnownError `invalid` or `notFound`
 */
export async function route(path: string, query: URLSearchParams, { ask, limits }: Means): Promise<unknown> {
  if (path === 'overview') return overviewOf(parse(overviewQuery, query), ask, limits);
  if (path === 'findings') return findingsOf(parse(overviewQuery, query), ask);
  if (path === 'filters') return choicesOf(parse(overviewQuery, query), ask);
  if (path === 'calls') return listCalls(parse(callsQuery, query), ask);
  const call = /^calls\/([^/]+)$/.exec(path)?.[1];
  if (call && contactId.safeParse(call).success) {
    return oneCall({ contactId: call, ...parse(callQuery, query) }, ask, limits);
  }
  throw new KnownError('notFound', 'There is overview, findings, filters, calls and calls/{contactId}.');
}

async function findingsOf(filters: Filters, ask: Ask): Promise<Findings> {
  const [calls, api] = await Promise.all([callFindings(filters, ask), apiFindings(filters, ask)]);
  return { calls, api };
}

function parse<Schema extends z.ZodType>(schema: Schema, query: URLSearchParams): z.infer<Schema> {
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
