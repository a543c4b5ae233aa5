import { KnownError } from '../errors.ts';
import { postJson } from './post-json.ts';

const loopback = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Where a webhook is, of what an admin has put into the secret. TLS only, so that nobody reads along; on a developer's
 * machine also plain to the machine itself.
 *
 * @throws KnownError `invalid`, without repeating the URL: it is the secret
 */
export function webhookUrl(text: string, isLocal: boolean): URL {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
  const isOwnMachine = isLocal && url?.protocol === 'http:' && loopback.includes(url.hostname);
  if (url && (url.protocol === 'https:' || isOwnMachine) && url.username === '') return url;
  throw new KnownError('invalid', 'The secret of the webhook must be a URL with https:// and no user name.');
}

/**
 * Posts JSON to a webhook. A redirect counts as refused: none of those services gives one.
 *
 * @param key the same at every repeat, so that whoever receives it can leave out what came twice
 * @throws Error that says the status, but not the URL, when it is not taken
 */
export async function postWebhook(url: URL, body: object, key: string): Promise<void> {
  const { ok, status } = await postJson(url, body, key);
  if (!ok) throw new KnownError('unavailable', `The webhook answered ${status}.`);
}
