/** What keeps an agent from the next call is told before it, and stored. */
import type { BrowserContext, Page } from 'playwright-core';
import type { ReadinessDocument } from '../../model/documents/readiness-change.ts';
import type { ReadinessKind } from '../../model/messages/readiness-kinds.ts';
import { seriousFaults } from './harness/accessibility.ts';
import { findWhen } from './harness/search.ts';
import { openSoftphone } from './harness/softphone.ts';
import { runningStack } from './harness/stack.ts';
import { test } from './harness/visitor.ts';
import { waitFor } from './harness/wait-for.ts';

const agent = 'hugo.pinto';

/** Withdraws the permission, or gives it again, as the agent does beside the address. */
async function setMicrophone(context: BrowserContext, page: Page, setting: 'denied' | 'granted') {
  const session = await context.newCDPSession(page);
  const { targetInfo } = await session.send('Target.getTargetInfo');
  const { browserContextId } = targetInfo;
  await session.send('Browser.setPermission', {
    permission: { name: 'microphone' },
    setting,
    origin: new URL(page.url()).origin,
    ...(browserContextId ? { browserContextId } : {}),
  });
  await session.detach();
}

/** Waits until the changes of a kind that are stored are these. */
function stored(kind: ReadinessKind, since: Date, wanted: readonly boolean[]): Promise<ReadinessDocument[]> {
  const clauses = [
    { term: { agent } },
    { term: { trouble: kind } },
    { range: { '@timestamp': { gte: since.toISOString() } } },
  ];
  const inOrder = (found: ReadinessDocument[]) =>
    found.sort((a, b) => (a.at < b.at ? -1 : 1)).map(({ present }) => present);
  return findWhen(
    `${kind} being stored`,
    'softphone-readiness-*',
    clauses,
    (found) => inOrder(found).join() === wanted.join(),
  );
}

test('a second softphone and a withdrawn microphone are told before the next call, and stored', async ({
  visit,
  expect,
}) => {
  const since = new Date();
  const { page, context, openTab } = await openSoftphone(visit, agent);
  const note = page.locator('[data-testid=note]');

  const second = await openTab(runningStack().softphoneUrl);
  await note.filter({ hasText: 'The softphone is open twice.' }).waitFor();
  const above = await page.evaluate(() => {
    const bottom = document.querySelector('[data-testid=note]')?.getBoundingClientRect().bottom ?? Infinity;
    return bottom <= (document.querySelector('iframe')?.getBoundingClientRect().top ?? 0) + 0.5;
  });
  expect(above).toBe(true);
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Dismiss: The softphone is open twice.' }).click();
  await note.waitFor({ state: 'detached' });
  await stored('softphoneTwice', since, [true]);
  await second.close();
  const [begun] = await stored('softphoneTwice', since, [true, false]);
  expect(begun).toMatchObject({ agent, site: expect.any(String), browser: { name: expect.any(String) } });

  await setMicrophone(context, page, 'denied');
  await page.locator('[data-testid=trouble][data-kind=microphoneBlocked]').waitFor();
  // There is a card for it: it is counted, and not said twice.
  await stored('microphoneBlocked', since, [true]);
  expect(await note.count()).toBe(0);
  await setMicrophone(context, page, 'granted');
  await stored('microphoneBlocked', since, [true, false]);
  await waitFor(
    'the card to go',
    () => page.locator('[data-testid=trouble]').count(),
    (count) => count === 0,
  );
});
