import {
  AdminCreateUserCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import type { ClientConfig } from './client-config.ts';

/** Unless told, Cognito sends an SMS (Cognito User Pools API Reference, AdminCreateUser, `DesiredDeliveryMediums`). */
export const byMail: { readonly DesiredDeliveryMediums: ['EMAIL'] } = { DesiredDeliveryMediums: ['EMAIL'] };

/**
 * Has Cognito mail a new temporary password, which is good for as long as the first one was (`MessageAction`, at the same
 * place).
 *
 * @throws Error if there is no such user, or one who has a password
 */
export async function resendInvitation(
  config: ClientConfig,
  UserPoolId: string,
  email: string,
): Promise<void> {
  const client = new CognitoIdentityProviderClient(config);
  const again = { UserPoolId, Username: email, MessageAction: 'RESEND' as const, ...byMail };
  await client.send(new AdminCreateUserCommand(again)).catch((error: unknown) => {
    throw new Error(resendFault(email, error), { cause: error });
  });
}

function resendFault(email: string, error: unknown): string {
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
  if (name === 'UserNotFoundException') return `There is no user ${email}: "add" creates one.`;
  if (name === 'UnsupportedUserStateException')
    return `${email} has a password already: whoever forgets it gets another on the managers' pages, "Forgot your password?".`;
  return `${email} could not be mailed to: ${name}: ${message}`;
}
