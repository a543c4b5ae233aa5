import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
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

/** A user as an admin creates one: with a password that must be changed at the first sign-in. */
export async function createManager(): Promise<Credentials> {
  const { dashboardsUrl } = runningStack();
  const { text } = await send(new URL('settings.json', dashboardsUrl).href);
  const { userPoolId: UserPoolId } = managerSiteSettings.parse(JSON.parse(text));
  const client = new CognitoIdentityProviderClient(emulator());
  const username = `new-${Date.now()}@example.com`;
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
  await client.send(
    new AdminAddUserToGroupCommand({ UserPoolId, Username: username, GroupName: 'managers' }),
  );
  return { username, password };
}
