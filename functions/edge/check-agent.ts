import type { Config } from '../config.ts';
import { KnownError } from '../errors.ts';
import type { HttpRequest } from './http.ts';

/**
 * Refuses a message in the name of anyone but whom the gateway's checked token is of, where agents sign in. The user
 * name of a federated user is the provider's name and the user's own there (Amazon Cognito Developer Guide, "Mapping IdP
 * attributes to profiles and tokens"); Amazon Connect's user names are the same in whatever case.
 *
 * @param agent the message's, lower-cased
 * @throws KnownError `forgedAgent`
 */
export function checkAgent(
  { claims }: Pick<HttpRequest, 'claims'>,
  agent: string,
  { agentAuth, agentIdentityProvider }: Pick<Config, 'agentAuth' | 'agentIdentityProvider'>,
): void {
  if (agentAuth === 'none') return;
  const { token_use: use, username } = claims;
  if (use !== 'access' || typeof username !== 'string') {
    throw new KnownError('forgedAgent', 'Send the access token of the agents’ user pool.');
  }
  const prefix = agentIdentityProvider ? `${agentIdentityProvider.toLowerCase()}_` : '';
  const name = username.toLowerCase();
  // With a provider only its own users count: nobody else can have its prefix.
  if (name.startsWith(prefix) && name.slice(prefix.length) === agent) return;
  throw new KnownError('forgedAgent', 'Sign in as the agent whose softphone this is, then send it again.');
}
