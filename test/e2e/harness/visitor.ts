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
import { inLines } from './in-lines.ts';
import { patienceMillis } from './wait-for.ts';

/** Someone at a machine of their own: cookies, storage, shared workers and microphone are not those of others. */
export type Visitor = {
  readonly context: BrowserContext;
  /** Opens one more tab. */
  readonly openTab: (url: string) => Promise<Page>;
};

export type Visit = (name: string, options?: BrowserContextOptions) => Promise<Visitor>;

let connected: Promise<Browser> | undefined;

function browser(): Promise<Browser> {
  connected ??= chromium.connect(inject('browser'));
  return connected;
}

type Opened = { readonly name: string; readonly context: BrowserContext; readonly console: string[] };

/** What a page says last is mostly what went wrong. */
const lastLines = 20;

/**
 * Vitest's `test`, with `visit` to open browsers. When a test fails, every page's picture and console are kept in
 * `.local/test/failures`, and the last that each visitor's pages said is told in the test's output, too: of a machine
 * that is gone afterwards nothing else is left.
 */
export const test = base.extend<{ visit: Visit }>({
  visit: async ({ task, onTestFinished }, use) => {
    const opened: Opened[] = [];
    onTestFinished(async () => {
      const { state, errors } = task.result ?? {};
      // Also of a failure that another try makes good, which Vitest only counts.
      if (state === 'fail') console.error(`"${task.name}" failed. ${inLines(errors?.at(-1)?.stack)}`);
      if (state === 'fail') await Promise.all(opened.map((each) => keep(task.name, each)));
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
  const places = context.pages().map((page) => page.url());
  const last = lines.slice(-lastLines).map(inLines);
  const heading = `${name} is at ${places.join(', ')}; the last of ${lines.length} lines of the console:`;
  console.error([heading, ...last].join('\n'));
  await mkdir(failuresFolder, { recursive: true });
  const stem = join(failuresFolder, `${testName} ${name}`.replaceAll(/[^\w.-]+/g, '-').slice(0, 120));
  await writeFile(`${stem}.console.txt`, lines.join('\n'));
  for (const [number, page] of context.pages().entries()) {
    await page.screenshot({ path: `${stem}.${number}.png`, fullPage: true }).catch(() => undefined);
    await writeFile(`${stem}.${number}.html`, await page.content().catch(() => ''));
  }
}
