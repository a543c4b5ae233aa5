import { KnownError } from '../errors.ts';
import type { PartnerKeys } from './partner-keys.ts';
import { postJson } from './post-json.ts';

/** What became of something that was sent to a partner. */
export type Sent =
  | { readonly outcome: 'taken' }
  /** Not now: nobody there, too busy, no valid key. */
  | { readonly outcome: 'delayed'; readonly reason: string; readonly retryAfterMillis?: number }
  /** It will never take this. */
  | { readonly outcome: 'refused'; readonly reason: string };

/** Takes JSON at a URL of somebody else's. */
export type Partner = {
  /** @param key the same at every repeat, so that whoever receives it can leave out what came twice */
  readonly send: (body: object, key: string) => Promise<Sent>;
};

/** Whoever asks for more is asked again after so long all the same. */
const longestRetryMillis = 300_000;
/** The statuses of RFC 9110 that lie in what was sent, and will be no other at the next try. */
const refusals = [400, 413, 415, 422];

/** A partner's endpoint. Where a key is not taken, every other one that is known is tried. */
export function makePartner(
  { url, keyHeader }: { readonly url: string; readonly keyHeader: string },
  keys: PartnerKeys,
  now: () => number = Date.now,
): Partner {
  const address = new URL(url);
  const headerOf = (key: string) => ({ [keyHeader]: keyHeader === 'authorization' ? `Bearer ${key}` : key });
  const sendWith = async (body: object, idempotencyKey: string): Promise<Sent> => {
    let isRefused = false;
    for await (const key of eachKey(keys)) {
      const response = await postJson(address, body, idempotencyKey, headerOf(key));
      isRefused = response.status === 401 || response.status === 403;
      if (isRefused) continue;
      keys.wasTaken(key);
      return sentOf(response, now());
    }
    return { outcome: 'delayed', reason: isRefused ? 'no key is taken' : 'there is no key yet' };
  };
  return {
    send: async (body, idempotencyKey) => {
      try {
        return await sendWith(body, idempotencyKey);
      } catch (error) {
        return { outcome: 'delayed', reason: whyNot(error) };
      }
    },
  };
}

/** Each key that is known, then each that is found when they are looked up anew. */
async function* eachKey(keys: PartnerKeys): AsyncGenerator<string> {
  const known = await keys.list(false);
  yield* known;
  for (const key of await keys.list(true)) if (!known.includes(key)) yield key;
}

function sentOf({ ok, status, headers }: Response, now: number): Sent {
  if (ok) return { outcome: 'taken' };
  const reason = `status ${status}`;
  if (refusals.includes(status)) return { outcome: 'refused', reason };
  const retryAfterMillis = retryAfter(headers.get('retry-after'), now);
  return { outcome: 'delayed', reason, ...(retryAfterMillis === undefined ? {} : { retryAfterMillis }) };
}

/** Seconds, or a date (RFC 9110, section 10.2.3). */
function retryAfter(text: string | null, now: number): number | undefined {
  if (!text) return undefined;
  const millis = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isNaN(millis) ? undefined : Math.min(longestRetryMillis, Math.max(0, millis));
}

/** Without what it was about: neither the URL nor a key. */
function whyNot(error: unknown): string {
  if (error instanceof KnownError) return error.message;
  return error instanceof Error && error.name === 'TimeoutError' ? 'no answer in time' : 'nobody answers';
}
