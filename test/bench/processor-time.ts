import type { Browser, CDPSession, Page } from 'playwright-core';

/** Milliseconds of processor time, from a moment on. */
export type Spent = {
  /** All processes of the browser, audio and network included. */
  readonly browser: number;
  /** The page's main thread, the softphone's frame included, for they share a process. */
  readonly mainThread: number;
};

/** Gives what is to be asked for the processor time spent since this was called. */
export async function processorTime(browser: Browser, page: Page): Promise<() => Promise<Spent>> {
  const ofBrowser = await browser.newBrowserCDPSession();
  const ofPage = await page.context().newCDPSession(page);
  // Processor time, not time passed: other work on the machine does not count.
  await ofPage.send('Performance.enable', { timeDomain: 'threadTicks' });
  const start = await read(ofBrowser, ofPage);
  return async () => {
    const end = await read(ofBrowser, ofPage);
    return { browser: end.browser - start.browser, mainThread: end.mainThread - start.mainThread };
  };
}

async function read(ofBrowser: CDPSession, ofPage: CDPSession): Promise<Spent> {
  const { processInfo } = await ofBrowser.send('SystemInfo.getProcessInfo');
  const { metrics } = await ofPage.send('Performance.getMetrics');
  const seconds = metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
  return {
    browser: 1000 * processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0),
    mainThread: 1000 * seconds,
  };
}
