import type { Client } from '@opensearch-project/opensearch';
import { z } from 'zod';
import { describeError } from '../edge/describe-error.ts';
import { KnownError } from '../errors.ts';
import { type Ask, type Search, searchAnswer } from './ask.ts';

const failed = z.object({ error: z.object({ type: z.string() }) });
const answers = z.object({ responses: z.array(z.union([searchAnswer, failed])) });

/** Asks the search service. Throws KnownError `unavailable` where it cannot be reached, Error where it refused. */
export function askSearch(client: Pick<Client, 'msearch'>): Ask {
  return async (searches) => {
    const { responses } = answers.parse(await send(client, searches));
    return responses.map((response) => {
      if ('error' in response) throw new Error(`The search service refused a search: ${response.error.type}`);
      return response;
    });
  };
}

async function send(client: Pick<Client, 'msearch'>, searches: readonly Search[]): Promise<unknown> {
  const body = searches.flatMap(({ index, body: search }) => [
    { index, ignore_unavailable: true, allow_no_indices: true },
    search,
  ]);
  try {
    return (await client.msearch({ body })).body;
  } catch (cause) {
    if (describeError(cause).statusCode === undefined) {
      throw new KnownError('unavailable', 'The search service does not answer; try again in a moment.', {
        cause,
      });
    }
    throw cause;
  }
}
