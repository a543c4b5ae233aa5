import { buffer } from 'node:stream/consumers';
import { Client } from '@opensearch-project/opensearch';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { demoWeek } from '../../local/fleet/demo-week.ts';
import { faultsOf } from '../../local/fleet/faults.ts';
import { makeOrganisation } from '../../local/organisation.ts';
import { apiMetricMapping } from '../../model/documents/api-metric.ts';
import { callMapping } from '../../model/documents/call.ts';
import { contactMapping } from '../../model/documents/contact.ts';
import { streamWindowMapping } from '../../model/documents/stream-window.ts';
import { fillIndex } from '../query/fill-index.ts';
import { seriousFaults } from './harness/accessibility.ts';
import { contactStory } from './harness/contact-story.ts';
import { createMember, signIn } from './harness/manager.ts';
import { runningStack } from './harness/stack.ts';
import { test, type Visit } from './harness/visitor.ts';

/** A week long before anyone else's data: the five work days are over. */
const now = new Date('2004-11-20T14:00:00Z');
const weekStart = new Date(now.getTime() - 7 * 86_400_000).toISOString();
const week = `from=${weekStart}&to=${now.toISOString()}`;
const faults = faultsOf(now.toISOString().slice(0, 10));
const run = `${process.pid}-${Date.now()}`;
const indices = {
  calls: `softphone-calls-test-p-${run}`,
  api: `softphone-api-metrics-test-p-${run}`,
  contacts: `connect-contacts-test-p-${run}`,
  windows: `softphone-stream-stats-test-p-${run}`,
};
/** On the Thursday before the end of that week. */
const story = contactStory(new Date(now.getTime() - 2 * 86_400_000));
const search = new Client({ node: process.env.OPENSEARCH_URL ?? 'http://127.0.0.1:9200' });

beforeAll(async () => {
  const { calls, documents } = await demoWeek(makeOrganisation(), now);
  await fillIndex(search, indices.calls, callMapping, calls);
  const requests = documents('softphone-api-metrics') as readonly object[];
  await fillIndex(search, indices.api, apiMetricMapping, requests);
  await fillIndex(search, indices.contacts, contactMapping, story.contacts);
  await fillIndex(search, indices.windows, streamWindowMapping, story.windows);
});
afterAll(() => search.indices.delete({ index: Object.values(indices) }));

/** A manager before the front page of that week, and how often they clicked since. */
async function frontPage(visit: Visit) {
  const { page } = await signIn(visit);
  await page.goto(new URL(`/?${week}`, runningStack().dashboardsUrl).href);
  let clicks = 0;
  const click = async (where: ReturnType<Page['locator']>) => {
    clicks += 1;
    await where.click();
  };
  return { page, click, clicks: () => clicks };
}

const pageLink = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name, exact: true });

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

test('a bad day of a site is found by clicks: which site, and which day', async ({ visit, expect }) => {
  const { page, click, clicks } = await frontPage(visit);
  await click(pageLink(page, 'Network'));
  const sites = page.getByRole('region', { name: 'Sites' });
  const worst = sites.locator('tbody th').first();
  await worst.waitFor();
  expect(await worst.textContent()).toContain(faults.siteNetwork.site);
  await click(worst.getByRole('button'));
  await click(pageLink(page, 'Business'));
  const hours = await poorHours(page, 'Poor calls by weekday and hour');
  const day = dayOf(faults.siteNetwork.from);
  // Of a working day of ten hours, and of no other day: an hour of few calls is not called poor for what may be chance.
  expect(hours.length).toBeGreaterThanOrEqual(8);
  expect(hours.filter((hour) => !hour.startsWith(day))).toEqual([]);
  expect(clicks()).toBeLessThanOrEqual(4);
});

test('an agent’s bad line is found by clicks: whose, and in which direction', async ({ visit, expect }) => {
  const { page, click, clicks } = await frontPage(visit);
  await click(pageLink(page, 'Agents'));
  const worst = page.getByRole('region', { name: 'Agents: table' }).locator('tbody th').first();
  await worst.waitFor();
  expect(await worst.textContent()).toContain(faults.agentLastMile.agent);
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

test('a slow operation of the agent API is found by clicks: which one, and when', async ({
  visit,
  expect,
}) => {
  const { page, click, clicks } = await frontPage(visit);
  await click(pageLink(page, 'Agent API'));
  const groups = page.getByRole('region', { name: 'By group' });
  const operation = groups.getByRole('button', { name: faults.slowOperation.name, exact: true });
  await operation.waitFor();
  expect(await groups.locator('tbody th').first().textContent()).toBe(faults.slowOperation.name);
  await click(operation);
  await page.waitForURL(/operation=/);
  await page.locator('.panel-grid:not(.outdated)').waitFor();
  const part = 'When and why';
  await click(
    page.getByRole('radio', { name: part }).or(page.getByRole('button', { name: part, exact: true })),
  );
  const hours = await poorHours(page, 'Latency by weekday and hour');
  expect(hours).toEqual([hourOf(faults.slowOperation.from), hourOf(faults.slowOperation.to - 1)]);
  expect(clicks()).toBeLessThanOrEqual(4);
});

test('every panel gives its figures as a file and as a picture', async ({ visit, expect }) => {
  const { page } = await frontPage(visit);
  await pageLink(page, 'Business').click();
  const panels = page.locator('.panel-grid > .panel');
  await panels.locator('canvas').first().waitFor();
  const titles = await panels.getByRole('heading').allTextContents();
  expect(titles.length).toBeGreaterThan(5);
  for (const title of titles) {
    for (const [kind, magic] of [
      ['CSV', Buffer.from('\uFEFF"')],
      ['PNG', Buffer.from('\x89PNG', 'latin1')],
    ] as const) {
      const saved = page.waitForEvent('download');
      await page.getByRole('button', { name: `${title}: download as ${kind}` }).click();
      const bytes = await buffer(await (await saved).createReadStream());
      expect([title, bytes.subarray(0, magic.length)]).toEqual([title, magic]);
      expect([title, bytes.length > 100]).toEqual([title, true]);
    }
  }
});

test('a stretch of time is chosen by dragging, and kept as the view that the site opens with', async ({
  visit,
  expect,
}) => {
  const { page } = await frontPage(visit);
  const picture = page.getByRole('img', { name: /^Poor calls over time/ });
  await picture.locator('canvas').first().waitFor();
  // What comes later, such as the findings above it, would move it away from under the pointer.
  await page.waitForLoadState('networkidle');
  await picture.scrollIntoViewIfNeeded();
  const box = await picture.boundingBox();
  if (!box) throw new Error('The picture has no place');
  const y = box.y + 80;
  await page.mouse.move(box.x + box.width * 0.4, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.5, y, { steps: 5 });
  await page.mouse.up();
  await page.waitForURL((url) => url.searchParams.get('from') !== weekStart);
  const chosen = new URL(page.url());
  const length =
    Date.parse(chosen.searchParams.get('to') ?? '') - Date.parse(chosen.searchParams.get('from') ?? '');
  // A tenth of the picture's width, its margins and whole columns considered.
  expect(length / 86_400_000).toBeGreaterThan(0.5);
  expect(length / 86_400_000).toBeLessThan(1.2);

  await page.getByRole('button', { name: 'Saved views' }).click();
  await page.getByRole('menuitem', { name: 'Save this view …' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('That day');
  await page.getByRole('checkbox', { name: 'Open the site with this view' }).check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.goto(runningStack().dashboardsUrl);
  await page.waitForURL(chosen.href);
});

test('a contact is found by its verdict, and its page tells the whole story', async ({ visit, expect }) => {
  const { page, click } = await frontPage(visit);
  await click(pageLink(page, 'Contacts'));
  const list = page.getByRole('table', { name: 'List of contacts' });
  await list
    .locator('tbody tr')
    .nth(story.contacts.length - 1)
    .waitFor();
  await page.goto(`${page.url()}&verdict=siteOrIsp`);
  await list.getByRole('link', { name: /^Contact of ana\.silva/ }).waitFor();
  expect(await list.locator('tbody tr').count()).toBe(1);
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).click();
  const csv = String(await buffer(await (await saved).createReadStream()));
  expect(csv.split('\r\n').filter((line) => line.includes(story.judged))).toHaveLength(1);
  expect(csv).toContain('"Site or provider"');
  await click(list.getByRole('link', { name: /^Contact of / }));
  await page.getByRole('heading', { name: 'Whose fault: Site or provider' }).waitFor();
  const main = page.getByRole('main');
  const text = (await main.textContent()) ?? '';
  for (const part of [
    'Several agents of the same site had bad connections in the same minutes',
    '75.0\u00a0% of 4 others',
    'Customer hung up',
    'Play prompt',
    'Not stored, or not yours to see.',
  ]) {
    expect(text).toContain(part);
  }
  await page.getByRole('img', { name: /one axis of time: Contact, Flow, / }).waitFor();
  // Of what followed it by a transfer, nothing of a softphone came.
  await click(page.getByRole('table', { name: 'Related contacts' }).getByRole('link'));
  await page.getByText('No statistics: the agent was outside the monitored softphone page').first().waitFor();
  await page.getByText(/^Nothing to judge/).waitFor();
  await page.goto(new URL('/contacts/0c0ffee0-0000-4000-8000-999999999999', page.url()).href);
  await page.getByRole('heading', { name: 'No record of this contact yet' }).waitFor();
});

const looks = [
  { mode: 'light', width: 1280 },
  { mode: 'dark', width: 400 },
] as const;

test.for(looks)(
  'axe finds nothing serious on any page, $mode at $width pixels',
  async ({ mode, width }, { visit, expect }) => {
    const { page } = await signIn(visit, await createMember(['admins']));
    await page.setViewportSize({ width, height: 800 });
    await page.evaluate((look) => localStorage.setItem('softphone-quality-mode', look), mode);
    const open = async (path: string) => {
      await page.goto(new URL(`${path}?${week}`, runningStack().dashboardsUrl).href);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
    };
    await open('/calls');
    const call =
      (await page
        .getByRole('link', { name: /^Call of / })
        .first()
        .getAttribute('href')) ?? '';
    const paths = await page.getByRole('navigation', { name: 'Pages' }).locator('a').all();
    const contact = `/contacts/${story.judged}`;
    const hrefs = await Promise.all([...paths.map((link) => link.getAttribute('href')), call, contact]);
    const everyPage = hrefs.map((href) => (href ?? '').split('?')[0] ?? '');
    // All of the navigation, one call and one contact.
    expect(everyPage.length).toBe(13 + 2);
    const found: Record<string, string[]> = {};
    for (const path of everyPage) {
      await open(path);
      found[path] = await seriousFaults(page);
    }
    expect(found).toEqual(Object.fromEntries(everyPage.map((path) => [path, []])));
  },
);
