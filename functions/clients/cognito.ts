import * as z from 'zod';
import type { Config } from '../config.ts';
import { sendSigned } from './signed-request.ts';

const clients = z.object({
  UserPoolClients: z.array(z.object({ ClientId: z.string(), ClientName: z.string() })),
});
/** The most that Cognito gives in one answer; a pool of ours has three. */
const MOST_CLIENTS = 60;

/** The ids of the user pool's clients whose name begins so. */
export async function userPoolClients(
  aws: Config['aws'],
  userPoolId: string,
  namePrefix: string,
): Promise<readonly string[]> {
  const answer = await call(aws, 'cognito-idp', 'AWSCognitoIdentityProviderService.ListUserPoolClients', {
    UserPoolId: userPoolId,
    MaxResults: MOST_CLIENTS,
  });
  const { UserPoolClients } = clients.parse(JSON.parse(answer));
  return UserPoolClients.filter(({ ClientName }) => ClientName.startsWith(namePrefix)).map(
    ({ ClientId }) => ClientId,
  );
}

/**
 * Has an identity pool give who signed in by one of these clients the role of their group, and nobody else any.
 */
export async function giveRolesOfGroups(
  aws: Config['aws'],
  identityPoolId: string,
  userPoolId: string,
  clientIds: readonly string[],
): Promise<void> {
  const provider = (client: string) => `cognito-idp.${aws.region}.amazonaws.com/${userPoolId}:${client}`;
  const mapping = { Type: 'Token', AmbiguousRoleResolution: 'Deny' };
  await call(aws, 'cognito-identity', 'AWSCognitoIdentityService.SetIdentityPoolRoles', {
    IdentityPoolId: identityPoolId,
    Roles: {},
    RoleMappings: Object.fromEntries(clientIds.map((client) => [provider(client), mapping])),
  });
}

function call(aws: Config['aws'], service: string, target: string, body: object): Promise<string> {
  return sendSigned(aws, {
    service,
    method: 'POST',
    url: new URL(aws.endpoint ?? `https://${service}.${aws.region}.amazonaws.com/`),
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': target },
  });
}
