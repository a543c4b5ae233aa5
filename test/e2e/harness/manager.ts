import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminInitiateAuthCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Page } from 'playwright-core';
import { managerSiteSettings } from '../../../model/settings/manager-site.ts';
import { emulator } from './aws.ts';
import { send } from './http.ts';
import { runningStack } from './stack.ts';
import type { Visit, Visitor } from './visitor.ts';

export type Credentials = { readonly username: string; readonly password: string };

/** Someone before the managers' pages. */
export type Manager = Visitor & { readonly page: Page };

/** Opens the managers' pages and signs in through their form; returns when the form is gone. */
export async function signIn(
  visit: Visit,
  credentials: Credentials = runningStack().manager,
): Promise<Manager> {
  const manager = await openSite(visit);
  await enter(manager.page, credentials);
  await manager.page.getByRole('navigation', { name: 'Pages' }).waitFor();
  return manager;
}

export async function openSite(visit: Visit): Promise<Manager> {
  const visitor = await visit('manager');
  return { ...visitor, page: await visitor.openTab(runningStack().dashboardsUrl) };
}

/** Fills in the sign-in form and sends it. */
export async function enter(page: Page, { username, password }: Credentials): Promise<void> {
  await page.getByRole('textbox', { name: 'Email' }).fill(username);
  await page.locator('input[name=password]').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** A manager as an admin creates one: with a password that must be changed at the first sign-in. */
export async function createManager(): Promise<Credentials> {
  const invited = await invite();
  await addToGroup(invited.username, 'managers');
  return invited;
}

async function invite(): Promise<Credentials> {
  const { client, UserPoolId } = await userPool();
  const username = `new-${crypto.randomUUID()}@example.com`;
  const password = 'Temporary-password-1';
  await client.send(
    new AdminCreateUserCommand({
      UserPoolId,
      Username: username,
      TemporaryPassword: password,
      MessageAction: 'SUPPRESS',
      UserAttributes: [
        { Name: 'email', Value: username },
        { Name: 'email_verified', Value: 'true' },
      ],
    }),
  );
  return { username, password };
}

/** A manager who has chosen a password, and is in these groups too. */
export async function createMember(groups: readonly string[]): Promise<Credentials> {
  const user = await createUser();
  for (const group of ['managers', ...groups]) await addToGroup(user.username, group);
  return user;
}

/** Someone who may sign in, and is in no group. */
export async function createUser(): Promise<Credentials> {
  const { username, password } = await invite();
  const { client, UserPoolId } = await userPool();
  const user = { UserPoolId, Username: username };
  await client.send(new AdminSetUserPasswordCommand({ ...user, Password: password, Permanent: true }));
  return { username, password };
}

async function addToGroup(Username: string, GroupName: string): Promise<void> {
  const { client, UserPoolId } = await userPool();
  await client.send(new AdminAddUserToGroupCommand({ UserPoolId, Username, GroupName }));
}

/** What Cognito gives who signs in. The emulator takes a password over its admin API, though the pages' client is not for that. */
export async function tokensOf({ username, password }: Credentials): Promise<{ access: string; id: string }> {
  const { client, UserPoolId, ClientId } = await userPool();
  const { AuthenticationResult } = await client.send(
    new AdminInitiateAuthCommand({
      UserPoolId,
      ClientId,
      AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: username, PASSWORD: password },
    }),
  );
  return { access: AuthenticationResult?.AccessToken ?? '', id: AuthenticationResult?.IdToken ?? '' };
}

/** The managers' user pool, as the pages' settings name it. */
export async function userPool() {
  const { text } = await send(new URL('settings.json', runningStack().dashboardsUrl).href);
  const { userPoolId: UserPoolId, userPoolClientId: ClientId } = managerSiteSettings.parse(JSON.parse(text));
  return { client: new CognitoIdentityProviderClient(emulator()), UserPoolId, ClientId };
}
