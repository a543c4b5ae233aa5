import * as z from 'zod/mini';

const claims = z.object({ username: z.string() });

/**
 * The header with which an agent's message is sent by who signed in; `another` where that is not the agent. The server
 * judges whose token it is; this spares it, and the agent, messages that it would refuse.
 */
export function headerFor(accessToken: string, agent: string): { header: string } | 'another' {
  const name = usernameOf(accessToken)?.toLowerCase();
  // A federated user's name is led by the provider's.
  return name === agent || name?.endsWith(`_${agent}`) ? { header: `Bearer ${accessToken}` } : 'another';
}

function usernameOf(token: string): string | undefined {
  try {
    const part = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    return claims.safeParse(JSON.parse(atob(part))).data?.username;
  } catch {
    return undefined;
  }
}
