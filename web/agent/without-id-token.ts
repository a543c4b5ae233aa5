/**
 * The token endpoint's answer, but for the ID token. The page has no use for it, and with a federated sign-in Amazon
 * Cognito puts a nonce of its own into it: whoever did not ask for one must refuse it (OpenID Connect Core, 3.1.3.7).
 */
export async function withoutIdToken(response: Response): Promise<Response> {
  if (!response.ok) return response;
  const { id_token: _, ...others } = (await response.json()) as Record<string, unknown>;
  return new Response(JSON.stringify(others), { status: response.status, headers: response.headers });
}
