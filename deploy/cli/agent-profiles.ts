import {
  AdminDeleteUserCommand,
  AdminGetUserCommand,
  CognitoIdentityProviderClient,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';
import type { ClientConfig } from './client-config.ts';

/** Of the identity provider in the agents' pool: `custom.agentIdentityProvider` of serverless.yml. */
const provider = 'agents';

/** What Cognito keeps of agents who signed in to send (`agentAuth: cognito`); `UserPoolId` is an output of the deployment. */
export function agentProfiles(config: ClientConfig, UserPoolId: string) {
  const client = new CognitoIdentityProviderClient(config);
  /** An agent's user names in the pool: one that an admin made, and one that a federated sign-in did. */
  const namesOf = async (agent: string): Promise<readonly string[]> => {
    const [made, federated] = await Promise.all([
      statusOf(client, UserPoolId, agent),
      statusOf(client, UserPoolId, `${provider}_${agent}`),
    ]);
    return [
      ...(made ? [agent] : []),
      // Somebody's own name may begin like the provider's.
      ...(federated === 'EXTERNAL_PROVIDER' ? [`${provider}_${agent}`] : []),
    ];
  };
  return {
    count: async (agent: string) => (await namesOf(agent)).length,
    /** Returns how many there were. The agent's page must sign in anew. */
    remove: async (agent: string) => {
      const names = await namesOf(agent);
      for (const Username of names) await client.send(new AdminDeleteUserCommand({ UserPoolId, Username }));
      return names.length;
    },
  };
}

/** Undefined where the pool has no such user. */
async function statusOf(
  client: CognitoIdentityProviderClient,
  UserPoolId: string,
  Username: string,
): Promise<string | undefined> {
  try {
    return (await client.send(new AdminGetUserCommand({ UserPoolId, Username }))).UserStatus;
  } catch (error) {
    if (error instanceof UserNotFoundException) return undefined;
    throw error;
  }
}
