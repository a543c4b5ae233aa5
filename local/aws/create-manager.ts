import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Ports } from '../ports.ts';
import { clientConfig } from './account.ts';

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** Creates somebody who may sign in to the managers' pages at once, in the group `managers` or `admins`. */
export async function createManager(
  ports: Ports,
  pool: string,
  { username, password }: Credentials,
  group: 'managers' | 'admins',
): Promise<void> {
  const client = new CognitoIdentityProviderClient(clientConfig(ports));
  const user = { UserPoolId: pool, Username: username };
  await client.send(
    new AdminCreateUserCommand({
      ...user,
      MessageAction: 'SUPPRESS',
      UserAttributes: [
        { Name: 'email', Value: username },
        { Name: 'email_verified', Value: 'true' },
      ],
    }),
  );
  await client.send(new AdminSetUserPasswordCommand({ ...user, Password: password, Permanent: true }));
  await client.send(new AdminAddUserToGroupCommand({ ...user, GroupName: group }));
}
