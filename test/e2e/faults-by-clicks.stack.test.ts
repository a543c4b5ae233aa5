import type { Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { type FilledWeek, fillWeek } from './harness/filled-week.ts';
import { frontPage, pageLink } from './harness/front-page.ts';
import { test } from './harness/visitor.ts';

let week: FilledWeek;

beforeAll(async () => {
  // All agents: of fewer, an hour has too few requests of one operation for their latency to be judged.
  week = await fillWeek(new Date('2004-11-20T14:00:00Z'), 1);
});
afterAll(() => week?.remove());

/** The hours that a heat map calls poor: `Thu, 09:00`. */
async function poorHours(page: Page, title: string): Promise<string[]> {
  const map = page.getByRole('region', { name: title });
  await map.getByRole('table').waitFor();
  const cells = await map.locator('td:has(.heat-cell.poor)').allTextContents();
  return cells.map((text) => text.split(':00')[0]?.concat(':00') ?? '');
}

const hourOf = (at: number) =>
  `${new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' }).format(at)}, ${new Date(at).toISOString().slice(11, 13)}:00`;
const dayOf = (at: number) => hourOf(at).slice(0, 3);

test.concurrent('a bad day of a site is found by clicks: which site, and which day', async ({
  visit,
  expect,
}) => {
  const { page, click, clicks } = await frontPage(visit, week);
  await click(pageLink(page, 'Network'));
  const sites = page.getByRole('region', { name: 'Sites' });
  const worst = sites.locator('tbody th').first();
  await worst.waitFor();
  expect(await worst.textContent()).toContain(week.faults.siteNetwork.site);
  await click(worst.getByRole('button'));
  await click(pageLink(page, 'Business'));
  const hours = await poorHours(page, 'Poor calls by weekday and hour');
  const day = dayOf(week.faults.siteNetwork.from);
  // Of a working day of ten hours, and of no other day: an hour of few calls is not called poor for what may be chance.
  expect(hours.length).toBeGreaterThanOrEqual(8);
  expect(hours.filter((hour) => !hour.startsWith(day))).toEqual([]);
  expect(clicks()).toBeLessThanOrEqual(4);
});

test.concurrent('an agent’s bad line is found by clicks: whose, and in which direction', async ({
  visit,
  expect,
}) => {
  const { page, click, clicks } = await frontPage(visit, week);
  await click(pageLink(page, 'Agents'));
  const worst = page.getByRole('region', { name: 'Agents: table' }).locator('tbody th').first();
  await worst.waitFor();
  expect(await worst.textContent()).toContain(week.faults.agentLastMile.agent);
  await click(worst.getByRole('button'));
  await click(pageLink(page, 'Technical'));
  await click(
    page.getByRole('radio', { name: 'Loss' }).or(page.getByRole('button', { name: 'Loss', exact: true })),
  );
  const loss = page.getByRole('region', { name: 'Loss', exact: true });
  const share = async (way: string) => {
    const tile = loss.locator('.tile', { hasText: `Loss ${way} the agent, over the limit` });
    return Number.parseFloat((await tile.locator('.value').textContent()) ?? '');
  };
  await loss.locator('.tile').first().waitFor();
  expect(await share('from')).toBeGreaterThan(2 * (await share('to')));
  expect(clicks()).toBeLessThanOrEqual(4);
});

test.concurrent('a slow operation of the agent API is found by clicks: which one, and when', async ({
  visit,
  expect,
}) => {
  const { page, click, clicks } = await frontPage(visit, week);
  await click(pageLink(page, 'Agent API'));
  const groups = page.getByRole('region', { name: 'By group' });
  const operation = groups.getByRole('button', { name: week.faults.slowOperation.name, exact: true });
  await operation.waitFor();
  expect(await groups.locator('tbody th').first().textContent()).toBe(week.faults.slowOperation.name);
  await click(operation);
  await page.waitForURL(/operation=/);
  await page.locator('.panel-grid:not(.outdated)').waitFor();
  const part = 'When and why';
  await click(
    page.getByRole('radio', { name: part }).or(page.getByRole('button', { name: part, exact: true })),
  );
  const hours = await poorHours(page, 'Latency by weekday and hour');
  expect(hours).toEqual([hourOf(week.faults.slowOperation.from), hourOf(week.faults.slowOperation.to - 1)]);
  expect(clicks()).toBeLessThanOrEqual(4);
});
