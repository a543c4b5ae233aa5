import { newerPageProblem } from '../../model/messages/version.ts';
import { judgeAnswer, type Verdict } from './answer.ts';
import type { Clock } from './clock.ts';
import type { KeepaliveBudget } from './keepalive-budget.ts';
import type { Letter } from './waiting.ts';

/** The ingest API refuses more (model: "body over 256 KiB"). */
const mostBytes = 256 * 1024;
/** A request that hangs this long is given up; API Gateway itself gives up after 30 s. */
const timeoutMillis = 35_000;
const longestReason = 500;

/**
 * What a message is sent with: the Authorization header; or why it cannot be sent now: nobody is signed in, or another
 * agent than the message's.
 */
type Authorization = { readonly header: string } | 'signIn' | 'another';
/** Answers at once where it can: a page that closes has no time to wait. */
export type Authorize = (agent: string) => Authorization | Promise<Authorization>;

export type Wire = {
  /** Absent where agents do not sign in to send. */
  readonly authorize?: Authorize | undefined;
  /** The server did not take the authorization. */
  readonly onUnauthorized?: (() => void) | undefined;
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  /** Without a slash at the end. */
  readonly apiUrl: string;
  readonly online: () => boolean;
  readonly budget: KeepaliveBudget;
};

/**
 * Posts one message once. It outlives the page where the keepalive budget allows; `onlyKeepalive` gives up without an
 * attempt (undefined) where it does not.
 */
export async function attempt(
  entry: Letter,
  wire: Wire,
  onlyKeepalive = false,
): Promise<Verdict | undefined> {
  const asked = wire.authorize?.(String(entry.message.agent));
  const authorization = asked instanceof Promise ? await asked : asked;
  if (authorization === 'another') return { kind: 'another' };
  if (authorization === 'signIn') return { kind: 'later', failure: 'signIn' };
  return post(entry, authorization?.header, wire, onlyKeepalive);
}

async function post(
  entry: Letter,
  authorization: string | undefined,
  wire: Wire,
  onlyKeepalive: boolean,
): Promise<Verdict | undefined> {
  const { clock } = wire;
  const body = JSON.stringify({ ...entry.message, sentAt: new Date(clock.now()).toISOString() });
  const bytes = new TextEncoder().encode(body).length;
  if (bytes > mostBytes) return { kind: 'never', reason: 'it is larger than the server takes' };
  const keepalive = wire.budget.take(bytes);
  if (onlyKeepalive && !keepalive) return undefined;
  const answered = new AbortController();
  const hangs = new AbortController();
  void clock.sleep(timeoutMillis, answered.signal).then(() => hangs.abort());
  try {
    const response = await wire.fetch(`${wire.apiUrl}${entry.route}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(authorization ? { authorization } : {}),
      },
      body,
      keepalive,
      signal: hangs.signal,
      credentials: 'omit',
      redirect: 'error',
    });
    if (response.status === 401) wire.onUnauthorized?.();
    const aboutAgent = response.status === 403 && judgeAgent(await response.text());
    if (aboutAgent) return aboutAgent;
    const verdict = judgeAnswer(response.status, response.headers.get('retry-after'), clock.now());
    return verdict.kind === 'never' ? await lookCloser(response, verdict.reason) : verdict;
  } catch {
    // The browser tells nothing of a request that failed: no network, a firewall, CORS, the time-out above.
    return { kind: 'later', failure: wire.online() ? 'unreachable' : 'offline' };
  } finally {
    answered.abort();
    if (keepalive) wire.budget.giveBack(bytes);
  }
}

/** What the server says of the message's agent (functions/errors.ts): not the one who is signed in, or not known. */
function judgeAgent(problem: string): Verdict | undefined {
  if (problem.includes(':problem:forgedAgent"')) return { kind: 'another' };
  return problem.includes(':problem:unknownAgent"') ? { kind: 'unknownAgent' } : undefined;
}

/** What functions refuse because they are older than this page (a rollback), those of the next deployment will take. */
async function lookCloser(response: Response, inShort: string): Promise<Verdict> {
  const detail = await response.text();
  if (detail.includes(`"${newerPageProblem}"`)) return { kind: 'later', failure: 'older' };
  return { kind: 'never', reason: `${response.status}: ${inShort}. ${detail}`.slice(0, longestReason) };
}
