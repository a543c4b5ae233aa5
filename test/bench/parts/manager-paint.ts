import { type Browser, chromium } from 'playwright-core';
import { startBrowser } from '../../e2e/harness/browser.ts';
import type { Part } from '../measurement.ts';
import { median } from '../median.ts';
import { type RunningStack, runningStack } from '../search-service.ts';

const rounds = 5;

type Paint = { readonly frame: number; readonly figures: number };

/** How long a manager who is signed in waits for the front page: from the address to its frame, and to its first line. */
export const part: Part = async (tell) => {
  const stack = await runningStack();
  if (!stack) return { skipped: 'no stack runs: `npm start` in another terminal' };
  const server = await startBrowser();
  try {
    const browser = await chromium.connect(server.wsEndpoint());
    tell('signing in');
    const state = await signedIn(browser, stack);
    const paints: Paint[] = [];
    for (let round = 1; round <= rounds; round++) {
      tell(`round ${round} of ${rounds}`);
      paints.push(await paintOf(browser, stack, state));
    }
    return [
      {
        name: 'front page, nothing cached: its frame',
        value: median(paints.map(({ frame }) => frame)),
        unit: 'ms',
        note: 'navigation and filters can be used',
      },
      {
        name: 'front page, nothing cached: first meaningful paint',
        value: median(paints.map(({ figures }) => figures)),
        unit: 'ms',
        note: 'the line that says whether calls are all right',
      },
    ];
  } finally {
    await server.close();
  }
};

type State = Awaited<ReturnType<Awaited<ReturnType<Browser['newContext']>>['storageState']>>;

async function signedIn(browser: Browser, { dashboardsUrl, manager }: RunningStack): Promise<State> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(dashboardsUrl);
  await page.getByRole('textbox', { name: 'Email' }).fill(manager.username);
  await page.locator('input[name=password]').fill(manager.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('navigation', { name: 'Pages' }).waitFor();
  const state = await context.storageState();
  await context.close();
  return state;
}

/** Each round is a browser profile of its own, so that no file is cached. */
async function paintOf(
  browser: Browser,
  { dashboardsUrl }: RunningStack,
  storageState: State,
): Promise<Paint> {
  const context = await browser.newContext({ storageState });
  const page = await context.newPage();
  await page.addInitScript(watchForPaint);
  await page.goto(dashboardsUrl);
  await page.waitForFunction(() => performance.getEntriesByName('figures painted').length > 0);
  const paint = await page.evaluate(() => {
    const at = (name: string) => performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN;
    return { frame: at('frame painted'), figures: at('figures painted') };
  });
  await context.close();
  return paint;
}

/** Marks the frame after the one in which each part is there: by then it has been painted. Runs in the page. */
function watchForPaint(): void {
  const parts = { 'frame painted': '.page-nav', 'figures painted': '.verdict h1' };
  const seen = new Set<string>();
  new MutationObserver(() => {
    for (const [name, selector] of Object.entries(parts)) {
      if (seen.has(name) || !document.querySelector(selector)) continue;
      seen.add(name);
      requestAnimationFrame(() => requestAnimationFrame(() => performance.mark(name)));
    }
  }).observe(document, { childList: true, subtree: true });
}
