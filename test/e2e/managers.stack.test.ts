import { createManager, enter, openSite } from './harness/manager.ts';
import { runningStack } from './harness/stack.ts';
import { test } from './harness/visitor.ts';

test.concurrent('a new manager must choose a password, and is then signed in', async ({ visit }) => {
  const { page } = await openSite(visit);
  await enter(page, await createManager());
  const chosen = 'A-password-of-my-own-2';
  await page.locator('input[name=password]').fill(chosen);
  await page.locator('input[name=confirm_password]').fill(chosen);
  await page.getByRole('button', { name: 'Change Password' }).click();
  await page.getByRole('navigation', { name: 'Pages' }).waitFor();
});

test.concurrent('a wrong password shows nothing', async ({ visit, expect }) => {
  const { page } = await openSite(visit);
  await enter(page, { ...runningStack().manager, password: 'Not-the-password-3' });
  await page.getByText(/incorrect/i).waitFor();
  expect(await page.getByRole('navigation', { name: 'Pages' }).count()).toBe(0);
});
