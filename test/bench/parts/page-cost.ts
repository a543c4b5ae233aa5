import { setTimeout as pause } from 'node:timers/promises';
import { chromium, type Page } from 'playwright-core';
import { startBrowser } from '../../e2e/harness/browser.ts';
import { endCall, openPage, type PageKind, startCall } from '../agent-call.ts';
import type { Part } from '../measurement.ts';
import { median } from '../median.ts';
import { processorTime, type Spent } from '../processor-time.ts';
import { type RunningStack, runningStack } from '../search-service.ts';

const rounds = 3;
/** Two windows of Streams. */
const measuredSeconds = 60;
const windowSeconds = 30;
/** A call's first seconds are set-up. */
const settleMillis = 5000;
const agents: Readonly<Record<PageKind, string>> = { ours: 'ana.silva', bare: 'anna.nowak' };

type Cost = Spent & { readonly measures: number };

/** What our page costs during a call, beside a page that holds nothing but Connect's softphone. */
export const part: Part = async (tell) => {
  const stack = await runningStack();
  if (!stack) return { skipped: 'no stack runs: `npm start` in another terminal' };
  const ours: Cost[] = [];
  const bare: Cost[] = [];
  for (let round = 1; round <= rounds; round++) {
    tell(`round ${round} of ${rounds}: a call of ${measuredSeconds} s on each page`);
    // At the same time, each in a browser of its own: whatever else the machine does meets both alike.
    const [its, other] = await Promise.all([costOf('ours', stack), costOf('bare', stack)]);
    ours.push(its);
    bare.push(other);
  }
  const perWindow = (millis: number) => (millis * windowSeconds) / measuredSeconds;
  const added = (of: (cost: Cost) => number) => median(ours.map((cost, i) => of(cost) - of(bare[i] ?? cost)));
  const percent = (millis: number) => millis / (measuredSeconds * 10);
  return [
    {
      name: 'the collector’s own work per 30 s window',
      value: perWindow(median(ours.map((cost) => cost.measures))),
      unit: 'ms',
      note: 'the page’s own marks: parsing, arithmetic and messages',
    },
    {
      name: 'main thread per 30 s, more than a bare softphone',
      value: perWindow(added((cost) => cost.mainThread)),
      unit: 'ms',
      note: 'panel, storage and sending included',
    },
    {
      name: 'a bare softphone: all processes',
      value: percent(median(bare.map((c) => c.browser))),
      unit: '% of a core',
    },
    {
      name: 'our page: all processes',
      value: percent(median(ours.map((c) => c.browser))),
      unit: '% of a core',
    },
    { name: 'added by our page', value: percent(added((cost) => cost.browser)), unit: '% of a core' },
    {
      name: 'added by our page, of what the call needs anyway',
      value: 100 * median(ours.map((cost, i) => cost.browser / (bare[i]?.browser ?? Number.NaN) - 1)),
      unit: '%',
    },
  ];
};

async function costOf(kind: PageKind, stack: RunningStack): Promise<Cost> {
  const server = await startBrowser();
  try {
    const browser = await chromium.connect(server.wsEndpoint());
    const page = await openPage(browser, stack, agents[kind], kind);
    const contactId = await startCall(stack, agents[kind]);
    await pause(settleMillis);
    const spent = await processorTime(browser, page);
    const before = await collectorMillis(page);
    await pause(measuredSeconds * 1000);
    const cost = { ...(await spent()), measures: (await collectorMillis(page)) - before };
    await endCall(stack, contactId);
    return cost;
  } finally {
    await server.close();
  }
}

/** The sum of what the page measured of itself: web/monitor/measure.ts. */
function collectorMillis(page: Page): Promise<number> {
  return page.evaluate(() =>
    performance
      .getEntriesByType('measure')
      .filter(({ name }) => name.startsWith('collector:'))
      .reduce((sum, { duration }) => sum + duration, 0),
  );
}
