import {
  AdminCreateUserCommand,
  AdminInitiateAuthCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { readOutputs } from '../../../deploy/read-outputs.ts';
import type { Stack } from './stack-json.ts';

/** Every agent's. */
export const agentPassword = 'An-agents-password-1';

type Tokens = { readonly access: string; readonly id: string };

/** The accounts of a stack in which agents sign in to send. */
export async function agentAccounts({ apiUrl, manager }: Pick<Stack, 'apiUrl' | 'manager'>) {
  const config = {
    endpoint: `http://127.0.0.1:${new URL(apiUrl).port}`,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  };
  const client = new CognitoIdentityProviderClient(config);
  const outputs = await readOutputs('softphone-quality-local', config);
  const agents = {
    UserPoolId: String(outputs.AgentUserPoolId),
    ClientId: String(outputs.AgentSiteSettings.agentSignInClientId),
  };
  const managers = {
    UserPoolId: outputs.UserPoolId,
    ClientId: String(outputs.ManagerSiteSettings.userPoolClientId),
  };
  const signIn = async (pool: typeof agents, USERNAME: string, PASSWORD: string): Promise<Tokens> => {
    const AuthParameters = { USERNAME, PASSWORD };
    const { AuthenticationResult } = await client.send(
      new AdminInitiateAuthCommand({ ...pool, AuthFlow: 'ADMIN_USER_PASSWORD_AUTH', AuthParameters }),
    );
    return { access: AuthenticationResult?.AccessToken ?? '', id: AuthenticationResult?.IdToken ?? '' };
  };
  return {
    config,
    agentPoolId: agents.UserPoolId,
    create: async (Username: string): Promise<void> => {
      const { UserPoolId } = agents;
      await client.send(new AdminCreateUserCommand({ UserPoolId, Username, MessageAction: 'SUPPRESS' }));
      const chosen = { UserPoolId, Username, Password: agentPassword, Permanent: true };
      await client.send(new AdminSetUserPasswordCommand(chosen));
    },
    tokensOf: (agent: string) => signIn(agents, agent, agentPassword),
    tokensOfManager: () => signIn(managers, manager.username, manager.password),
  };
}
export type AgentAccounts = Awaited<ReturnType<typeof agentAccounts>>;
