import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll } from 'vitest';
import { contactStory } from './harness/contact-story.ts';
import { type FilledWeek, fillWeek } from './harness/filled-week.ts';
import { frontPage, pageLink } from './harness/front-page.ts';
import { runningStack } from './harness/stack.ts';
import { test } from './harness/visitor.ts';

const story = contactStory(new Date('2003-11-20T14:00:00Z'));
let week: FilledWeek;

beforeAll(async () => {
  week = await fillWeek(new Date('2003-11-22T14:00:00Z'), 6, story);
});
afterAll(() => week?.remove());

test.concurrent('every panel gives its figures as a file and as a picture', async ({ visit, expect }) => {
  const { page } = await frontPage(visit, week);
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
      await page.getByRole('button', { name: `${title}: download as ${kind}`, exact: true }).click();
      const bytes = await buffer(await (await saved).createReadStream());
      expect([title, bytes.subarray(0, magic.length)]).toEqual([title, magic]);
      expect([title, bytes.length > 100]).toEqual([title, true]);
    }
  }
});

test.concurrent('a stretch of time is chosen by dragging, and kept as the view that the site opens with', async ({
  visit,
  expect,
}) => {
  const { page } = await frontPage(visit, week);
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
  await page.waitForURL((url) => url.searchParams.get('from') !== week.from);
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

test.concurrent('a contact is found by its verdict, and its page tells the whole story', async ({
  visit,
  expect,
}) => {
  const { page, click } = await frontPage(visit, week);
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
