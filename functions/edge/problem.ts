import { errorKinds, KnownError } from '../errors.ts';

export type HttpReply = {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  readonly body: string;
};

/** Seconds; the page waits at least this long before it tries again. */
const retryAfterSeconds = '5';

/**
 * An error as problem details (RFC 9457). Of an error that is not ours the caller learns nothing but the request's
 * id: its message may hold anything.
 */
export function problemReply(error: unknown, requestId: string): HttpReply {
  const known = error instanceof KnownError ? error : undefined;
  const kind = known ? errorKinds[known.kind] : { status: 500, title: 'The function failed' };
  return {
    statusCode: kind.status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(kind.status === 503 ? { 'retry-after': retryAfterSeconds } : {}),
    },
    body: JSON.stringify({
      type: `urn:softphone-quality:problem:${known?.kind ?? 'internal'}`,
      title: kind.title,
      status: kind.status,
      detail: known?.message ?? 'Look for the requestId in the logs of the function.',
      requestId,
      ...(known && known.faults.length > 0 ? { errors: known.faults } : {}),
    }),
  };
}
