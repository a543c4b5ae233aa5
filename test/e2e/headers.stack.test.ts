import type { BrowserContext } from 'playwright-core';
import { describe } from 'vitest';
import { send } from './harness/http.ts';
import { post, reportAt, statsAt } from './harness/ingest.ts';
import { createMember, enter, openSite } from './harness/manager.ts';
import { hoverPictures, watchPolicy } from './harness/policy.ts';
import { callWhen } from './harness/search.ts';
import { simulator, untilSignedIn, untilTalked } from './harness/simulator.ts';
import { runningStack } from './harness/stack.ts';
import { test } from './harness/visitor.ts';
import { waitFor } from './harness/wait-for.ts';

/** The directives of a page's Content-Security-Policy, by name. */
async function policyOf(url: string): Promise<Record<string, string[]>> {
  const { headers } = await send(url);
  const policy = String(headers['content-security-policy'] ?? '');
  const directives = policy.split(';').map((directive) => directive.trim().split(/\s+/));
  return Object.fromEntries(directives.map(([name = '', ...sources]) => [name, sources]));
}

describe.each(['softphoneUrl', 'dashboardsUrl'] as const)('the headers of %s', (which) => {
  test('let nothing in but the page’s own', async ({ expect }) => {
    const url = runningStack()[which];
    const policy = await policyOf(url);
    expect(policy).toMatchObject({
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'style-src': ["'self'"],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
      'frame-ancestors': ["'none'"],
    });
    expect(JSON.stringify(policy)).not.toMatch(/unsafe|\*/);
    const { headers } = await send(url);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
      'cross-origin-opener-policy': expect.stringMatching(/^same-origin/),
    });
  });
});

test.concurrent('the agents’ page works within its headers, from the sign-in popup to a call', async ({
  visit,
  expect,
}) => {
  const agent = 'jasmine.castillo';
  const { context, openTab } = await visit(agent, { permissions: ['microphone'] });
  const violations = await watchPolicy(context);
  const popup = signInWindow(context);
  const page = await openTab(runningStack().softphoneUrl);
  const window = await popup;
  await window.fill('input[name=username]', agent);
  const closed = window.waitForEvent('close');
  await window.click('button');
  await closed;
  await untilSignedIn(agent);
  const contactId = await simulator.ring({ agent });
  await untilTalked(contactId, 32);
  await page.getByTestId('mos').first().waitFor();
  await page.getByTestId('recorded').click();
  await simulator.hangUp(contactId);
  await callWhen('the call', contactId, ({ reportArrived }) => reportArrived);
  expect(violations).toEqual([]);
});

/** The window that Streams opens for who is not signed in. */
async function signInWindow(context: BrowserContext) {
  const isPopup = async () => {
    for (const page of context.pages()) if (await page.opener()) return page;
    return undefined;
  };
  const popup = await waitFor('the sign-in popup', isPopup, (page) => page !== undefined);
  if (!popup) throw new Error('There is no sign-in popup');
  return popup;
}

test.concurrent('the managers’ pages work within their headers', async ({ visit, expect }) => {
  const agent = 'carlo.ramos';
  const contactId = crypto.randomUUID();
  const at = new Date(Date.now() - 300_000);
  for (const [route, message] of [
    ['/softphone-stats', statsAt(at, agent, contactId)],
    ['/softphone-reports', reportAt(at, agent, contactId)],
  ] as const) {
    const { status, text } = await post(route, message);
    expect(status, text).toBe(202);
  }
  await callWhen('the call', contactId, ({ reportArrived }) => reportArrived);

  const { context, page } = await openSite(visit);
  const violations = await watchPolicy(context);
  await page.reload();
  // An admin sees every page that there is.
  await enter(page, await createMember(['admins']));
  const pages = page.getByRole('navigation', { name: 'Pages' });
  await pages.waitFor();
  await page.locator('canvas').first().waitFor();
  const seen = [await hoverPictures(page)];
  for (const link of await pages.getByRole('link').all()) {
    await link.click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
  }
  // By its address: other tests have newer calls, which fill the list's first page.
  await page.goto(new URL(`/calls/${contactId}/${agent}`, page.url()).href);
  await page.getByText(contactId).first().waitFor();
  await page.locator('canvas').first().waitFor();
  seen.push(await hoverPictures(page));
  expect(Math.min(...seen), 'pictures of each page').toBeGreaterThan(0);
  expect(violations).toEqual([]);
});

test.concurrent('what a page may not do is refused, and noticed', async ({ visit, expect }) => {
  const { context, page } = await openSite(visit);
  const violations = await watchPolicy(context);
  await page.reload();
  const ran = await page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'globalThis.ranInline = true';
    document.body.append(script);
    document.body.insertAdjacentHTML('beforeend', '<p style="color: red">red</p>');
    await fetch('https://evil.example/').catch(() => undefined);
    const frame = document.createElement('iframe');
    frame.src = 'https://evil.example/';
    document.body.append(frame);
    return 'ranInline' in globalThis;
  });
  expect(ran).toBe(false);
  for (const directive of ['script-src-elem', 'style-src-attr', 'connect-src', 'frame-src']) {
    await waitFor(
      `a violation of ${directive}`,
      () => violations,
      (all) => all.some(({ what }) => what.startsWith(directive)),
    );
  }
  expect(violations.some(({ what }) => /Content Security Policy/i.test(what))).toBe(true);
});
