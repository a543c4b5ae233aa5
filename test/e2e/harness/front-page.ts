import type { Locator, Page } from 'playwright-core';
import type { FilledWeek } from './filled-week.ts';
import { signIn } from './manager.ts';
import { runningStack } from './stack.ts';
import type { Visit } from './visitor.ts';

/** A manager before the front page of a week, and how often they clicked since. */
export async function frontPage(visit: Visit, { range }: FilledWeek) {
  const { page } = await signIn(visit);
  await page.goto(new URL(`/?${range}`, runningStack().dashboardsUrl).href);
  let clicks = 0;
  const click = async (where: Locator) => {
    clicks += 1;
    await where.click();
  };
  return { page, click, clicks: () => clicks };
}

export function pageLink(page: Page, name: string): Locator {
  return page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name, exact: true });
}
