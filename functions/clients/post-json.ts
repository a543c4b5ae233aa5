/** Whoever takes longer to take a message is as good as away. */
const postMillis = 5000;

/**
 * Posts JSON to somebody else's URL. A redirect is not followed: it could lead anywhere. What is answered is not read.
 *
 * @param key the same at every repeat, so that whoever receives it can leave out what came twice
 * @throws Error when nobody answers in time
 */
export async function postJson(
  url: URL,
  body: object,
  key: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const response = await fetch(url, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': key },
    redirect: 'manual',
    signal: AbortSignal.timeout(postMillis),
  });
  await response.body?.cancel();
  return response;
}
