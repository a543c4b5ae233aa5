import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { test as base, inject } from 'vitest';
import { failuresFolder } from './folders.ts';

/** Someone at a machine of their own: cookies, storage, shared workers and microphone are not those of others. */
export type Visitor = {
  readonly context: BrowserContext;
  /** Opens one more tab. */
  readonly openTab: (url: string) => Promise<Page>;
};

export type Visit = (name: string, options?: BrowserContextOptions) => Promise<Visitor>;

/** A machine that does all of this at once needs longer than Playwright's 30 s. */
const patienceMillis = 60_000;

let connected: Promise<Browser> | undefined;

function browser(): Promise<Browser> {
  connected ??= chromium.connect(inject('browser'));
  return connected;
}

type Opened = { readonly name: string; readonly context: BrowserContext; readonly console: string[] };

/**
 * Vitest's `test`, with `visit` to open browsers. When a test fails, every page's picture and console are kept in
 * `.local/test/failures`.
 */
export const test = base.extend<{ visit: Visit }>({
  visit: async ({ task, onTestFinished }, use) => {
    const opened: Opened[] = [];
    onTestFinished(async () => {
      if (task.result?.state === 'fail') await Promise.all(opened.map((each) => keep(task.name, each)));
      await Promise.all(opened.map(({ context }) => context.close()));
    });
    await use(async (name, options = {}) => {
      const context = await (await browser()).newContext(options);
      context.setDefaultTimeout(patienceMillis);
      const lines: string[] = [];
      opened.push({ name, context, console: lines });
      context.on('console', (message) => lines.push(`${message.type()} ${message.text()}`));
      context.on('weberror', (error) =>
        lines.push(`uncaught ${error.error().stack ?? error.error().message}`),
      );
      return {
        context,
        openTab: async (url) => {
          const page = await context.newPage();
          await page.goto(url);
          return page;
        },
      };
    });
  },
});

async function keep(testName: string, { name, context, console: lines }: Opened): Promise<void> {
  await mkdir(failuresFolder, { recursive: true });
  const stem = join(failuresFolder, `${testName} ${name}`.replaceAll(/[^\w.-]+/g, '-').slice(0, 120));
  await writeFile(`${stem}.console.txt`, lines.join('\n'));
  for (const [number, page] of context.pages().entries()) {
    await page.screenshot({ path: `${stem}.${number}.png`, fullPage: true }).catch(() => undefined);
    await writeFile(`${stem}.${number}.html`, await page.content().catch(() => ''));
  }
}
