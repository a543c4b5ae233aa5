import { setTimeout as pause } from 'node:timers/promises';
import { chromium, type Page } from 'playwright-core';
import { startBrowser } from '../../e2e/harness/browser.ts';
import { endCall, openPage, type PageKind, startCall } from '../agent-call.ts';
import type { Measurement, Part } from '../measurement.ts';
import { median } from '../median.ts';
import { processorTime, type Spent } from '../processor-time.ts';
import { type RunningStack, runningStack } from '../search-service.ts';

const rounds = 3;
/** Two windows of Streams. */
const measuredSeconds = 60;
const windowSeconds = 30;
/** A call's first seconds are set-up. */
const settleMillis = 5000;
const agents: Readonly<Record<PageKind, string>> = {
  ours: 'ana.silva',
  hosting: 'rui.martins',
  bare: 'anna.nowak',
};

type Cost = Spent & { readonly measures: number };
type Watched = { collectorMillis: number };

/** What our page costs during a call, beside a page that holds nothing but Connect's softphone. */
export const part: Part = async (tell) => {
  const stack = await runningStack();
  if (!stack) return { skipped: 'no stack runs: `npm start` in another terminal' };
  const ours: Cost[] = [];
  const hosting: Cost[] = [];
  const bare: Cost[] = [];
  for (let round = 1; round <= rounds; round++) {
    tell(`round ${round} of ${rounds}: a call of ${measuredSeconds} s on each page`);
    // At the same time, each in a browser of its own: whatever else the machine does meets both alike.
    const [its, hosts, other] = await Promise.all([
      costOf('ours', stack),
      costOf('hosting', stack),
      costOf('bare', stack),
    ]);
    ours.push(its);
    hosting.push(hosts);
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
    ...mainThreads({ ours, hosting, bare }),
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

const pageNames: Readonly<Record<PageKind, string>> = {
  ours: 'our page',
  hosting: 'our page, which hosts the sound',
  bare: 'a bare softphone',
};

/** What of each second of a call a page's main thread works; the softphone's frame shares it. */
function mainThreads(costs: Readonly<Record<PageKind, readonly Cost[]>>): Measurement[] {
  return (['ours', 'hosting', 'bare'] as const).map((kind) => ({
    name: `${pageNames[kind]}: main thread during a call`,
    value: median(costs[kind].map(({ mainThread }) => mainThread)) / measuredSeconds,
    unit: 'ms per second',
  }));
}

async function costOf(kind: PageKind, stack: RunningStack): Promise<Cost> {
  const server = await startBrowser();
  try {
    const browser = await chromium.connect(server.wsEndpoint());
    const page = await openPage(browser, stack, agents[kind], kind);
    const contactId = await startCall(stack, agents[kind]);
    await pause(settleMillis);
    const spent = await processorTime(browser, page);
    await watchCollector(page);
    await pause(measuredSeconds * 1000);
    const cost = { ...(await spent()), measures: await collectorMillis(page) };
    await endCall(stack, contactId);
    return cost;
  } finally {
    await server.close();
  }
}

/** From now on the page adds up what it measures of itself: web/monitor/measure.ts. */
function watchCollector(page: Page): Promise<void> {
  return page.evaluate(() => {
    const its = globalThis as unknown as Watched;
    its.collectorMillis = 0;
    new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries())
        if (name.startsWith('collector:')) its.collectorMillis += duration;
    }).observe({ entryTypes: ['measure'] });
  });
}

function collectorMillis(page: Page): Promise<number> {
  return page.evaluate(() => (globalThis as unknown as Watched).collectorMillis);
}
