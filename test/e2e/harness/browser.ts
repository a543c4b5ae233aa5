import { type BrowserServer, chromium } from 'playwright-core';
import { chromiumForTests } from '../../../local/connect/testing/chromium.ts';

/** Starts the one Chromium of all tests. */
export async function startBrowser(): Promise<BrowserServer> {
  try {
    return await chromium.launchServer({ ...chromiumForTests, host: '127.0.0.1' });
  } catch (cause) {
    throw new Error(
      `Chromium did not start from ${chromiumForTests.executablePath}: install it, or set CHROMIUM to its path.`,
      { cause },
    );
  }
}
