import * as z from 'zod';
import { type ErrorKind, errorKinds, KnownError } from '../errors.ts';

export type HttpReply = {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  readonly body: string;
};

/** Problem details (RFC 9457), as every refusal and failure of the functions has them. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  /** What to do about it. */
  detail: z.string(),
  /** By which the logs know the request. */
  requestId: z.string(),
  /** What is wrong with the request, and where (a JSONPath, RFC 9535). */
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof problem>;

/** What can be told of an error: `internal` is every one that is not ours. */
export const problemKinds = {
  ...errorKinds,
  internal: { status: 500, title: 'The function failed' },
} as const;
export type ProblemKind = ErrorKind | 'internal';

/** The identifier of a kind of problem, for whoever reads answers by machine. */
export function problemType(kind: ProblemKind): string {
  return `urn:softphone-quality:problem:${kind}`;
}

/** Seconds; the page waits at least this long before it tries again. */
const retryAfterSeconds = '5';

/**
 * An error as problem details. Of an error that is not ours the caller learns nothing but the request's id: its
 * message may hold anything.
 */
export function problemReply(error: unknown, requestId: string): HttpReply {
  const known = error instanceof KnownError ? error : undefined;
  const kind = known?.kind ?? 'internal';
  const { status, title } = problemKinds[kind];
  const body: Problem = {
    type: problemType(kind),
    title,
    status,
    detail: known?.message ?? 'Look for the requestId in the logs of the function.',
    requestId,
    ...(known && known.faults.length > 0 ? { errors: [...known.faults] } : {}),
  };
  return {
    statusCode: status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(status === 503 ? { 'retry-after': retryAfterSeconds } : {}),
    },
    body: JSON.stringify(body),
  };
}
