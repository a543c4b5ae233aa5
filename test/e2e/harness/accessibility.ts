import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds on a page as it is shown now and calls serious or critical: the rule, where, and the element. */
export async function seriousFaults(page: Page): Promise<string[]> {
  // By the debugging protocol: the page's own policy lets no script in.
  await page.evaluate(source);
  const { violations, passes } = await page.evaluate(async () => {
    const { axe: engine } = globalThis as unknown as { axe: typeof axe };
    return engine.run(document, { resultTypes: ['violations'] });
  });
  if (passes.length === 0) throw new Error('axe found nothing to judge');
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, target, failureSummary }) => `${id}: ${target} ${html} ${failureSummary}`),
    );
}
