import { type Answer, send } from './http.ts';
import { runningStack } from './stack.ts';

/** Asks the query API as whoever the token is of. */
export function query(
  path: string,
  token: string,
  parameters: readonly [string, string][] = [],
): Promise<Answer> {
  const url = new URL(`${runningStack().apiUrl}/query/${path}`);
  for (const [name, value] of parameters) url.searchParams.append(name, value);
  return send(url.href, { headers: { authorization: `Bearer ${token}` } });
}
