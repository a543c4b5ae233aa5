import { createPrivateKey, type KeyObject, sign } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  AdminCreateUserCommand,
  AdminInitiateAuthCommand,
  AdminSetUserPasswordCommand,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { inject } from 'vitest';
import { userPool } from './manager.ts';

type Claims = Readonly<Record<string, unknown>>;

const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
const decode = (part = ''): Claims => JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));

/** A token with other claims and the signature it had. */
export function withClaims(token: string, change: Claims): string {
  const [header, claims, signature] = token.split('.');
  return [header, encode({ ...decode(claims), ...change }), signature].join('.');
}

/** A token with other claims that says it needs no signature. */
export function unsigned(token: string, change: Claims): string {
  return `${encode({ alg: 'none', typ: 'JWT' })}.${encode({ ...decode(token.split('.')[1]), ...change })}.`;
}

/** A token with other claims that the pool itself signed: with the emulator's own key. */
export async function signedByPool(token: string, change: Claims): Promise<string> {
  const { UserPoolId } = await userPool();
  const state = join(dirname(inject('logsFolder')), 'aws', 'state', 'cognito-pool-keys');
  const key = createPrivateKey(await readFile(join(state, `${UserPoolId}-access.pem`)));
  return signed(token, change, key);
}

function signed(token: string, change: Claims, key: KeyObject): string {
  const [header, claims] = token.split('.');
  const input = `${header}.${encode({ ...decode(claims), ...change })}`;
  return `${input}.${sign('sha256', Buffer.from(input), key).toString('base64url')}`;
}

/** The token of an admin of another user pool in the same account, as anyone with an AWS account has one. */
export async function tokenOfOtherPool(): Promise<string> {
  const { client } = await userPool();
  const { UserPool } = await client.send(new CreateUserPoolCommand({ PoolName: 'another' }));
  const UserPoolId = UserPool?.Id;
  const { UserPoolClient } = await client.send(
    new CreateUserPoolClientCommand({ UserPoolId, ClientName: 'another' }),
  );
  const user = { UserPoolId, Username: 'mallory@example.com' };
  const password = 'A-password-of-my-own-2';
  await client.send(new AdminCreateUserCommand({ ...user, MessageAction: 'SUPPRESS' }));
  await client.send(new AdminSetUserPasswordCommand({ ...user, Password: password, Permanent: true }));
  const { AuthenticationResult } = await client.send(
    new AdminInitiateAuthCommand({
      UserPoolId,
      ClientId: UserPoolClient?.ClientId,
      AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: user.Username, PASSWORD: password },
    }),
  );
  return AuthenticationResult?.AccessToken ?? '';
}
