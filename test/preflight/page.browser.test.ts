import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, test as base, beforeAll } from 'vitest';
import * as z from 'zod';
import { launchChromium } from '../../local/connect/testing/chromium.ts';
import { SimClient } from '../../local/connect/testing/sim-client.ts';
import { type ApiMetrics, apiMetrics } from '../../model/messages/api-metrics.ts';
import { seriousFaults } from '../e2e/harness/accessibility.ts';
import { waitFor } from '../e2e/harness/wait-for.ts';
import { type ServedPage, servePage } from './served-page.ts';

let browser: Browser;
let served: ServedPage;
beforeAll(async () => {
  [browser, served] = await Promise.all([launchChromium(), servePage()]);
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

const patience = { timeout: 60_000 };

/** A browser of one's own, and all that its pages said in their consoles. */
const test = base.extend<{ context: BrowserContext; said: string[] }>({
  context: async ({ onTestFinished }, use) => {
    const context = await browser.newContext({
      permissions: ['microphone', 'clipboard-read', 'clipboard-write'],
    });
    onTestFinished(() => context.close());
    await use(context);
  },
  said: async ({ context }, use) => {
    const said: string[] = [];
    context.on('console', (message) => said.push(message.text()));
    await use(said);
  },
});

async function check(context: BrowserContext, query: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${served.url}check.html${query}`);
  await page.getByRole('button', { name: 'Start the check' }).click(patience);
  await page.getByTestId('verdict').waitFor(patience);
  return page;
}

function preflightsOf(agent: string): ApiMetrics[] {
  return served.messages
    .map((body) => apiMetrics.parse(JSON.parse(body)))
    .filter((message) => message.agent === agent && message.preflight !== undefined);
}

const rows = (page: Page) =>
  page
    .locator('.row')
    .evaluateAll((all) => all.map(({ dataset: { check: name, outcome } }) => [name, outcome]));

test('who is signed in is judged by what their own TURN server says, and the result is sent', async ({
  context,
  said,
  expect,
}) => {
  const agent = 'ana.silva';
  const page = await check(context, `?agent=${agent}`);
  const found = Object.fromEntries(await rows(page));
  expect(found).toMatchObject({
    browser: 'passed',
    microphonePermission: 'passed',
    microphoneLevel: 'passed',
    devices: 'passed',
    sampleRate: 'passed',
    turnUdp: 'passed',
    turnTcp: 'passed',
    turnTls: 'skipped',
    regionRoundTrip: 'passed',
    apiRoundTrip: 'passed',
    clockSkew: 'passed',
  });
  expect(await page.getByTestId('kept').textContent()).toContain(agent);
  const [message] = await waitFor(
    'the result',
    () => preflightsOf(agent),
    (all) => all.length > 0,
  );
  expect(message?.preflight?.trigger).toBe('page');
  expect(message?.preflight?.checks.map(({ check: name }) => name).toSorted()).toEqual(
    Object.keys(found).toSorted(),
  );
  expect(await seriousFaults(page)).toEqual([]);

  const sim = new SimClient(served.connectUrl);
  const { secrets } = z.object({ secrets: z.array(z.string()) }).parse(await sim.send('GET', '/secrets'));
  const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  const shown = await page.content();
  const handed = secrets.filter((secret) => secret.includes('turn-'));
  expect(handed.length).toBeGreaterThan(1);
  for (const secret of secrets)
    expect([...served.messages, ...said, stored, shown].filter((text) => text.includes(secret))).toEqual([]);
});

test('who is not signed in sees the result, and that it is not kept', async ({ context, expect }) => {
  const before = served.messages.length;
  const page = await check(context, '');
  expect(await page.getByTestId('kept').textContent()).toMatch(/not signed in/);
  expect(Object.fromEntries(await rows(page))).toMatchObject({ turnUdp: 'skipped', devices: 'passed' });
  expect(context.pages()).toHaveLength(1);
  expect(served.messages.slice(before).filter((body) => body.includes('"preflight"'))).toEqual([]);
});

test('what fails is told to the agent, and can be copied for IT', async ({ context, expect }) => {
  await context.addInitScript(() => {
    Object.defineProperty(navigator.mediaDevices, 'getUserMedia', {
      value: () => Promise.reject(new DOMException('no', 'NotAllowedError')),
    });
  });
  const page = await check(context, '?agent=rita.ribeiro');
  const verdict = page.getByTestId('verdict');
  expect(await verdict.getAttribute('data-outcome')).toBe('failed');
  expect(await page.locator('[data-check=microphonePermission]').textContent()).toMatch(/allow it/);
  // A screen reader goes on from the verdict.
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Calls would fail');
  await page.getByRole('button', { name: 'Copy for IT' }).click();
  await page.getByText('paste it into your ticket').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /^Softphone check: Calls would fail\n[\s\S]*Agent: rita\.ribeiro\n[\s\S]*\[Failed\] Permission for the microphone: denied\n/,
  );
  expect(await seriousFaults(page)).toEqual([]);
});

/** To ports at which nobody listens, by either way: as if the network let nothing through. */
function blockMedia(context: BrowserContext): Promise<unknown> {
  return context.addInitScript(() => {
    const Open = RTCPeerConnection;
    globalThis.RTCPeerConnection = class extends Open {
      constructor({ iceServers = [], ...others }: RTCConfiguration = {}) {
        const blocked = iceServers.map((its) => ({
          ...its,
          urls: String(its.urls).replace(/:\d+\?/, ':9?'),
        }));
        super({ ...others, iceServers: blocked });
      }
    };
  });
}

test('at sign-in an agent is told what would make calls fail, and else nothing', async ({
  context,
  expect,
}) => {
  const well = await browser.newContext();
  try {
    await blockMedia(context);
    const [page, quiet] = await Promise.all([context.newPage(), well.newPage()]);
    await page.goto(`${served.url}?agent=tiago.costa&check=signIn`);
    await quiet.goto(`${served.url}?agent=pedro.pereira&check=signIn`);
    const notice = page.getByTestId('check-notice');
    await notice.waitFor(patience);
    expect(await notice.textContent()).toMatch(/nothing through by UDP/);
    expect(await seriousFaults(page)).toEqual([]);
    for (const [agent, outcome] of [
      ['tiago.costa', 'failed'],
      ['pedro.pereira', 'passed'],
    ] as const) {
      const [message] = await waitFor(
        `the check of ${agent}`,
        () => preflightsOf(agent),
        (all) => all.length > 0,
      );
      const checks = message?.preflight?.checks ?? [];
      expect(message?.preflight?.trigger).toBe('signIn');
      expect(checks.find(({ check: name }) => name === 'turnUdp')?.outcome).toBe(outcome);
      // Nobody was asked for the microphone.
      expect(checks.find(({ check: name }) => name === 'microphonePermission')?.reason).not.toBe('denied');
      expect(checks.some(({ check: name }) => name === 'microphoneLevel')).toBe(false);
    }
    expect(await quiet.getByTestId('check-notice').count()).toBe(0);
    await page.getByRole('button', { name: 'Dismiss: Calls may not work well on this computer.' }).click();
    await notice.waitFor({ state: 'detached' });
  } finally {
    await well.close();
  }
});
