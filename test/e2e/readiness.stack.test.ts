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

type InPage = { setMicrophone(to: PermissionState): void };

/**
 * Lets a test withdraw the microphone and give it again. A stand-in for what `navigator.permissions` tells: by the debugging
 * protocol Chromium takes a permission back only now and then, and says in between that it is given.
 */
async function withPermission(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const { permissions } = navigator;
    const real = permissions.query.bind(permissions);
    const microphone = Object.assign(new EventTarget(), { state: 'granted' });
    permissions.query = (asked: PermissionDescriptor) =>
      String(asked.name) === 'microphone' ? Promise.resolve(microphone as PermissionStatus) : real(asked);
    const setMicrophone = (to: PermissionState) => {
      microphone.state = to;
      microphone.dispatchEvent(new Event('change'));
    };
    Object.assign(globalThis, { setMicrophone });
  });
}

function setMicrophone(page: Page, to: PermissionState): Promise<void> {
  return page.evaluate((state) => (globalThis as unknown as InPage).setMicrophone(state), to);
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
  const { page, openTab } = await openSoftphone(visit, agent, withPermission);
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

  await setMicrophone(page, 'denied');
  await page.locator('[data-testid=trouble][data-kind=microphoneBlocked]').waitFor();
  // There is a card for it: it is counted, and not said twice.
  await stored('microphoneBlocked', since, [true]);
  expect(await note.count()).toBe(0);
  await setMicrophone(page, 'granted');
  await stored('microphoneBlocked', since, [true, false]);
  await waitFor(
    'the card to go',
    () => page.locator('[data-testid=trouble]').count(),
    (count) => count === 0,
  );
});
