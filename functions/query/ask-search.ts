import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@opensearch-project/opensearch';
import { z } from 'zod';
import { allAnswered } from '../clients/shards.ts';
import { describeError } from '../edge/describe-error.ts';
import { KnownError } from '../errors.ts';
import { type Ask, type Search, type SearchAnswer, searchAnswer } from './ask.ts';

const failed = z.object({ error: z.object({ type: z.string() }), status: z.number().optional() });
const answers = z.object({ responses: z.array(z.union([searchAnswer, failed])) });
type Response = z.infer<typeof answers>['responses'][number];

/** What it says of a search for which it has no time or room now. */
const busy = [429, 503];

/** An index that is just being made cannot be searched for some tenths of a second. */
const attempts = 3;
const pauseMillis = 300;

/**
 * Asks the search service. Throws KnownError `unavailable` where it cannot be reached, or is again and again too busy for
 * the whole of an answer, Error where it refused: unless that was a search that may fail.
 *
 * @param onFailure hears of each failure that is answered instead of thrown
 */
export function askSearch(
  client: Pick<Client, 'msearch'>,
  pause: (millis: number) => Promise<unknown> = sleep,
  onFailure: (error: Error) => void = () => {},
): Ask {
  return async (searches) => {
    for (let attempt = 1; ; attempt++) {
      const { responses } = answers.parse(await send(client, searches));
      // Missing shards may be those of an index that is just being made: once more, not each time while a node is away.
      const isForAMoment = (response: Response) => isPart(response) || (attempt === 1 && isMissing(response));
      if (attempt === attempts || !responses.some(isForAMoment)) {
        return responses.map((response, i) =>
          searches[i]?.mayFail ? anyAnswer(response, onFailure) : wholeAnswer(response),
        );
      }
      await pause(pauseMillis);
    }
  };
}

/**
 * An answer without the shards that failed looks like any other, and its figures are wrong. Shards that are not there at
 * all are no such failures (OpenSearch, `AbstractSearchAsyncAction.onShardFailure`): of what is left of the data pages
 * still tell, and an alarm that some is missing.
 */
function wholeAnswer(response: Response): SearchAnswer {
  if (isPart(response)) throw tooBusy();
  if ('error' in response) throw refused(response.error.type);
  return response;
}

/** Of a search that may fail. A part is given as what was found of it: it says itself that it is one. */
function anyAnswer(response: Response, onFailure: (error: Error) => void): SearchAnswer {
  if (!('error' in response)) return response;
  const failure = isPart(response) ? tooBusy() : refused(response.error.type);
  onFailure(failure);
  return { hits: { hits: [] }, failure };
}

function tooBusy(): KnownError {
  return new KnownError('unavailable', 'The search service has too much to do; try again in a moment.');
}

function refused(type: string): Error {
  return new Error(`The search service refused a search: ${type}`);
}

function isPart(response: Response): boolean {
  return 'error' in response
    ? busy.includes(response.status ?? 0)
    : (response._shards?.failures ?? []).length > 0;
}

function isMissing(response: Response): boolean {
  return !('error' in response) && !allAnswered(response._shards);
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
