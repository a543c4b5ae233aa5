import { afterAll, beforeAll } from 'vitest';
import { seriousFaults } from './harness/accessibility.ts';
import { contactStory } from './harness/contact-story.ts';
import { type FilledWeek, fillWeek } from './harness/filled-week.ts';
import { createMember, signIn } from './harness/manager.ts';
import { runningStack } from './harness/stack.ts';
import { test } from './harness/visitor.ts';

const story = contactStory(new Date('2002-11-21T14:00:00Z'));
let week: FilledWeek;

beforeAll(async () => {
  week = await fillWeek(new Date('2002-11-23T14:00:00Z'), 6, story);
});
afterAll(() => week?.remove());

const looks = [
  { mode: 'light', width: 1280 },
  { mode: 'dark', width: 400 },
] as const;

test.concurrent.for(looks)(
  'axe finds nothing serious on any page, $mode at $width pixels',
  async ({ mode, width }, { visit, expect }) => {
    const { page } = await signIn(visit, await createMember(['admins']));
    await page.setViewportSize({ width, height: 800 });
    await page.evaluate((look) => localStorage.setItem('softphone-quality-mode', look), mode);
    const open = async (path: string) => {
      await page.goto(new URL(`${path}?${week.range}`, runningStack().dashboardsUrl).href);
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
    expect(everyPage.length).toBe(16 + 2);
    const found: Record<string, string[]> = {};
    for (const path of everyPage) {
      await open(path);
      found[path] = await seriousFaults(page);
    }
    expect(found).toEqual(Object.fromEntries(everyPage.map((path) => [path, []])));
  },
);
