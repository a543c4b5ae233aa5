import type { BrowserContext, Page } from 'playwright-core';

/** Something that a page's headers did not let it do. */
export type Violation = { readonly where: string; readonly what: string };

type InPage = { tellViolation(what: string): Promise<void> };

/** What the browser writes to the console where a header holds something back. */
const complaint = /content security policy|permissions policy|cross-origin-opener-policy/i;

/** Collects what every page and frame of a browser from now on is refused by its own headers. */
export async function watchPolicy(context: BrowserContext): Promise<Violation[]> {
  const violations: Violation[] = [];
  await context.exposeBinding('tellViolation', ({ frame }, what: string) => {
    violations.push({ where: frame.url(), what });
  });
  await context.addInitScript(() => {
    const { tellViolation } = globalThis as unknown as InPage;
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
      void tellViolation(`${effectiveDirective} ${blockedURI} ${sample}`);
    });
  });
  context.on('console', (message) => {
    if (complaint.test(message.text())) {
      violations.push({ where: message.page()?.url() ?? '', what: message.text() });
    }
  });
  return violations;
}

/** Moves the pointer over each picture of the page, so that it shows what it has to say. */
export async function hoverPictures(page: Page): Promise<number> {
  const pictures = await page.locator('canvas').all();
  for (const picture of pictures) await picture.hover();
  return pictures.length;
}
