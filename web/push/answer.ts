/** Why messages wait, for the agent and for whoever helps: what the page says of each stands in its panel. */
export type Failure = 'offline' | 'unreachable' | 'busy' | 'fault' | 'refused' | 'signIn' | 'older';

/** What the server's answer means for a message. */
export type Verdict =
  /** It is stored, or in a queue: the message may go. */
  | { readonly kind: 'delivered' }
  /** It will never be taken: put it aside. */
  | { readonly kind: 'never'; readonly reason: string }
  /** It is another agent's than who is signed in: it waits for that one. */
  | { readonly kind: 'another' }
  /** The server does not know the message's agent: it waits, and with it all of that agent. */
  | { readonly kind: 'unknownAgent' }
  /** Try again later, at the earliest after what the server asked for. */
  | { readonly kind: 'later'; readonly failure: Failure; readonly retryAfterMillis?: number };

const never: Readonly<Record<number, string>> = {
  400: 'the server found a fault in it',
  413: 'it is too large',
  415: 'the server expects another content type',
};

/**
 * The page's column of the ingest API's table. Only 202 is an acknowledgement: any other success is somebody else's
 * answer (a proxy, a sign-in page).
 *
 * @param now epoch milliseconds, for a Retry-After that is a date
 */
export function judgeAnswer(status: number, retryAfter: string | null, now: number): Verdict {
  if (status === 202) return { kind: 'delivered' };
  const reason = never[status];
  if (reason) return { kind: 'never', reason };
  const wait = retryAfterMillis(retryAfter, now);
  return {
    kind: 'later',
    failure: failureOf(status),
    ...(wait === undefined ? {} : { retryAfterMillis: wait }),
  };
}

function failureOf(status: number): Failure {
  if (status === 401) return 'signIn';
  if (status === 403) return 'refused';
  return status === 429 || status === 503 ? 'busy' : 'fault';
}

/** A server may ask for a pause, not for silence for ever. */
const longestPauseMillis = 30 * 60_000;

/** Seconds or an HTTP date (RFC 9110, 10.2.3) as milliseconds from now; undefined where it is neither. */
function retryAfterMillis(value: string | null, now: number): number | undefined {
  if (value === null || value.trim() === '') return undefined;
  const seconds = Number(value);
  const millis = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(value) - now;
  return Number.isFinite(millis) && millis >= 0 ? Math.min(millis, longestPauseMillis) : undefined;
}
