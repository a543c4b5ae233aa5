import { errors } from '@opensearch-project/opensearch';
import { KnownError } from '../errors.ts';
import { requestTimeoutMillis } from './search.ts';

type Asked = { readonly requestTimeout: number; readonly maxRetries: number };

/**
 * Asks the search service something.
 *
 * @param deadline in epoch milliseconds
 * @throws KnownError `unavailable` when the service as a whole cannot be reached, or has not answered by the deadline
 */
export async function reaching<Value>(
  deadline: number,
  ask: (options: Asked) => Promise<Value>,
): Promise<Value> {
  for (let isFirst = true; ; isFirst = false) {
    const requestTimeout = Math.min(requestTimeoutMillis, deadline - Date.now());
    if (requestTimeout <= 0) throw new KnownError('unavailable', 'The search service takes too long.');
    try {
      return await ask({ requestTimeout, maxRetries: 0 });
    } catch (cause) {
      if (!(cause instanceof errors.OpenSearchClientError)) throw cause;
      // Once more: a kept connection may have been closed by the other side.
      if (isFirst && cause instanceof errors.ConnectionError) continue;
      throw new KnownError('unavailable', 'The search service cannot be reached.', { cause });
    }
  }
}
