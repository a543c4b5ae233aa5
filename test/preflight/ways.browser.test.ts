import type { Browser, Page } from 'playwright-core';
import { afterAll, test as base, beforeAll } from 'vitest';
import { launchChromium } from '../../local/connect/testing/chromium.ts';
import { type TurnOptions, TurnServer } from '../../local/connect/turn/server.ts';
import { checkWays, type Server, serveChecks } from './check-ways.ts';

const username = 'ana.silva';
const credential = 'the right one';

/** A TURN server as Connect would hand it out: by UDP alone, and by TCP too. */
type Handed = { readonly udp: Server; readonly both: Server };
type Turn = (options?: Partial<TurnOptions>) => Promise<Handed>;

let browser: Browser;
let checks: Awaited<ReturnType<typeof serveChecks>>;
beforeAll(async () => {
  [browser, checks] = await Promise.all([launchChromium(), serveChecks()]);
});
afterAll(async () => {
  await browser?.close();
  checks?.stop();
});

/** `page` has the checks; `turn` starts servers. All end with the test. */
const test = base.extend<{ page: Page; turn: Turn }>({
  page: async ({ onTestFinished }, use) => {
    const page = await browser.newPage();
    onTestFinished(() => page.close());
    await page.goto(checks.url);
    await use(page);
  },
  turn: async ({ onTestFinished }, use) => {
    await use(async (options = {}) => {
      const credentialOf = (name: string) => (name === username ? credential : undefined);
      const server = await TurnServer.start({ credentialOf, ...options });
      onTestFinished(() => server.stop());
      const { udp, tcp } = server.urls;
      const own = { username, credential };
      return { udp: { urls: [udp], ...own }, both: { urls: [udp, tcp], ...own } };
    });
  },
});

test.concurrent('all is open: both ways are, by relays whose round trip is measured', async ({
  page,
  turn,
  expect,
}) => {
  const { both } = await turn();
  const found = await checkWays(page, [both]);
  expect(found).toMatchObject({
    turnUdp: { outcome: 'passed' },
    turnTcp: { outcome: 'passed' },
    turnTls: { outcome: 'skipped', reason: 'notConfigured' },
  });
  expect(found.turnUdp?.value).toBeLessThan(300);
});

test.concurrent('UDP is dropped, and there is nothing else', async ({ page, turn, expect }) => {
  const { udp } = await turn({ dropsUdp: true });
  const found = await checkWays(page, [udp]);
  expect(found.turnUdp).toMatchObject({ outcome: 'failed', reason: 'blocked' });
});

test.concurrent('UDP is dropped, TCP gets through', async ({ page, turn, expect }) => {
  const { both } = await turn({ dropsUdp: true });
  const found = await checkWays(page, [both]);
  expect(found).toMatchObject({
    turnUdp: { outcome: 'limited', reason: 'blocked' },
    turnTcp: { outcome: 'passed' },
  });
});

test.concurrent('wrong credentials, by either way', async ({ page, turn, expect }) => {
  const { both } = await turn();
  const found = await checkWays(page, [{ ...both, credential: 'another one' }]);
  expect(found).toMatchObject({
    turnUdp: { outcome: 'failed', reason: 'wrongCredentials' },
    turnTcp: { outcome: 'failed', reason: 'wrongCredentials' },
  });
});

test.concurrent('a long way: 200 ms there, 200 ms back', async ({ page, turn, expect }) => {
  const { udp } = await turn({ delayMillis: 200 });
  const found = await checkWays(page, [udp]);
  expect(found.turnUdp).toMatchObject({ outcome: 'limited', reason: 'highRoundTrip' });
  expect(found.turnUdp?.value).toBeGreaterThan(390);
  expect(found.turnUdp?.value).toBeLessThan(600);
});

test.concurrent('a server that is named without credentials shows by its refusal that the way is open', async ({
  page,
  turn,
  expect,
}) => {
  const { both } = await turn();
  const found = await checkWays(page, [{ urls: both.urls }]);
  expect(found).toMatchObject({ turnUdp: { outcome: 'passed' }, turnTcp: { outcome: 'passed' } });
});

test.concurrent('STUN is answered where UDP is open, and not where it is dropped', async ({
  page,
  turn,
  expect,
}) => {
  const [open, dropped] = [await turn(), await turn({ dropsUdp: true })];
  const stun = ({ udp }: { udp: Server }) => ({
    urls: udp.urls.map((url) => url.replace('turn:', 'stun:').replace(/\?.*/, '')),
  });
  const found = await checkWays(page, [stun(open)]);
  const notFound = await checkWays(page, [stun(dropped)]);
  expect(found.turnUdp).toMatchObject({ outcome: 'passed' });
  expect(notFound.turnUdp).toMatchObject({ outcome: 'failed', reason: 'blocked' });
});

test.concurrent('a port at which nobody listens, on a machine that nothing else answers', async ({
  page,
  expect,
}) => {
  const found = await checkWays(
    page,
    [{ urls: ['turn:127.0.0.1:9?transport=tcp'], username, credential }],
    false,
  );
  expect(found.turnTcp).toMatchObject({ outcome: 'failed', reason: 'blocked' });
});
