import type { Page } from 'playwright-core';
import { type WarningKind, warningKinds } from '../../model/warnings/warning-kinds.ts';
import { seriousFaults } from './harness/accessibility.ts';
import { changeDevices, withPlugs } from './harness/devices.ts';
import { accessibilityTree, listenLikeAScreenReader, readAloud } from './harness/screen-reader.ts';
import { callWhen } from './harness/search.ts';
import { simulator, untilTalked } from './harness/simulator.ts';
import { openSoftphone, type Softphone } from './harness/softphone.ts';
import { test, type Visit } from './harness/visitor.ts';
import { keepFromApi, keepOwnStatistics, type Seconds, tell } from './harness/warned-call.ts';

const fine: Seconds = { seconds: 30 };
const silence = { audioLevel: 0 };
const stopped = { count: 0, roundTripTimeMillis: null };
/** What raises each, and nothing else. */
const troubles: Readonly<Record<WarningKind, Seconds | ((page: Page) => Promise<unknown>)>> = {
  nothingArrives: { seconds: 8, heard: stopped },
  nothingLeaves: { seconds: 8, said: stopped },
  microphoneSilent: { seconds: 26, said: silence },
  callerSilent: { seconds: 26, heard: silence },
  lossToAgent: { seconds: 20, heard: { lossPercent: 20 } },
  lossFromAgent: { seconds: 20, said: { lossPercent: 20 } },
  delay: { seconds: 10, said: { roundTripTimeMillis: 800 } },
  deviceLost: (page) => changeDevices(page, 'lost'),
  deviceSwitched: (page) => changeDevices(page, 'switched'),
  networkChanged: (page) => page.evaluate(() => dispatchEvent(new Event('online'))),
};
const looks = [
  { width: 1280, colorScheme: 'light' },
  { width: 400, colorScheme: 'dark' },
] as const;

const shown = (page: Page, kind?: WarningKind) =>
  page.locator(kind ? `[data-testid=warning][data-kind=${kind}]` : '[data-testid=warning]');
/** What a warning says. */
const sentence = async (page: Page, kind: WarningKind) => (await shown(page, kind).textContent()) ?? '';
const dismissal = async (page: Page, kind: WarningKind) =>
  `Dismiss: ${await shown(page, kind).locator('strong').textContent()}`;

async function raise(page: Page, contactId: string, kind: WarningKind): Promise<void> {
  const trouble = troubles[kind];
  if (typeof trouble === 'function') await trouble(page);
  else await tell(page, contactId, trouble);
  await shown(page, kind).waitFor();
}

/** What of the warnings lies over the softphone or beyond the page's edge; nothing, as it should be. */
function misplaced(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const softphone = document.querySelector('iframe')?.getBoundingClientRect();
    if (!softphone || softphone.height < 400) return ['the softphone has no room'];
    const all = [...document.querySelectorAll('[data-testid=warning], .warnings button')];
    return all
      .filter((one) => {
        const { bottom, left, right, height } = one.getBoundingClientRect();
        return height === 0 || bottom > softphone.top + 0.5 || left < 0 || right > innerWidth;
      })
      .map((one) => one.textContent ?? '');
  });
}

/** Where the focus is, in words. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement: at } = document;
    return at?.getAttribute('aria-label') ?? at?.tagName ?? 'nowhere';
  });
}

/** Goes from the top of the page to the first button of a warning by the keyboard alone. */
async function tabTo(page: Page, name: string): Promise<void> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  for (let steps = 0; steps < 5 && (await focused(page)) !== name; steps++) await page.keyboard.press('Tab');
}

const prepared = async (visit: Visit, agent: string) => {
  const softphone = await openSoftphone(visit, agent, async (context) => {
    await keepFromApi(context);
    await withPlugs(context);
    await listenLikeAScreenReader(context);
  });
  await keepOwnStatistics(softphone.page);
  return softphone;
};

/** Rings, and talks until the page has said that all is well. */
async function ring({ page, agent }: Softphone): Promise<string> {
  const contactId = await simulator.ring({ agent });
  await page.getByRole('heading', { name: 'On a call' }).waitFor();
  await tell(page, contactId, fine);
  await page.getByTestId('advice').getByText('Your side sounds fine').waitFor();
  await readAloud(page);
  return contactId;
}

test.concurrent('each warning is read aloud once, reached and dismissed by keyboard, beside the softphone, and axe finds nothing', async ({
  visit,
  expect,
}) => {
  const softphone = await prepared(visit, 'alicja.michalska');
  const { page } = softphone;
  const contactId = await ring(softphone);
  for (const [i, kind] of warningKinds.entries()) {
    const { width, colorScheme } = looks[i % 2] ?? looks[0];
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    await raise(page, contactId, kind);
    expect(await readAloud(page)).toEqual([await sentence(page, kind)]);
    const name = await dismissal(page, kind);
    const tree = await accessibilityTree(page);
    expect(tree.filter((node) => node.role === 'button' && node.name === name)).toHaveLength(1);
    expect(tree.filter((node) => `Dismiss: ${node.name}` === name)).not.toEqual([]);
    expect([kind, await misplaced(page)]).toEqual([kind, []]);
    expect([kind, await seriousFaults(page)]).toEqual([kind, []]);
    await tabTo(page, name);
    expect(await focused(page)).toBe(name);
    await page.keyboard.press(i % 2 === 0 ? 'Enter' : 'Space');
    await shown(page, kind).waitFor({ state: 'detached' });
    expect([kind, await focused(page)]).toEqual([kind, 'Call quality']);
    await changeDevices(page, 'none');
    await tell(page, contactId, fine);
  }
  expect(await readAloud(page)).toEqual([]);
  await simulator.hangUp(contactId);
});

test.concurrent('all at once leave the softphone its room, and the focus goes from one to the next, dismissed or over', async ({
  visit,
  expect,
}) => {
  const softphone = await prepared(visit, 'rafal.zajac');
  const { page } = softphone;
  const contactId = await ring(softphone);
  const bad = { audioLevel: 0, lossPercent: 20 };
  await tell(page, contactId, { seconds: 26, heard: bad, said: { ...bad, roundTripTimeMillis: 800 } });
  for (const kind of ['deviceSwitched', 'networkChanged'] as const) await raise(page, contactId, kind);
  await tell(page, contactId, { seconds: 8, heard: stopped, said: stopped });
  // What follows from an unplugged headset is not told beside it.
  const others = warningKinds.filter((kind) => kind !== 'deviceLost');
  for (const kind of others) await shown(page, kind).waitFor();
  const sentences = await Promise.all(others.map((kind) => sentence(page, kind)));
  expect((await readAloud(page)).toSorted()).toEqual(sentences.toSorted());
  for (const { width, colorScheme } of looks) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    expect([width, await misplaced(page), await seriousFaults(page)]).toEqual([width, [], []]);
  }
  const buttons = page.getByRole('button', { name: /^Dismiss: / });
  const names = await buttons.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));
  await tabTo(page, names[0] ?? '');
  await page.keyboard.press('Enter');
  await buttons.nth(others.length - 1).waitFor({ state: 'detached' });
  expect(await focused(page)).toBe(names[1]);
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe(names[2]);
  // The troubles are over one after the other, the device's last.
  await tell(page, contactId, fine);
  for (const kind of others.filter((each) => each !== 'deviceSwitched')) {
    await shown(page, kind).waitFor({ state: 'detached' });
  }
  expect(await focused(page)).toBe(await dismissal(page, 'deviceSwitched'));
  await changeDevices(page, 'none');
  await shown(page).waitFor({ state: 'detached' });
  expect(await focused(page)).toBe('Call quality');
  await readAloud(page);

  await simulator.hangUp(contactId);
  const problem = page.getByTestId('problem');
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole('heading', { name: 'Last call' }).waitFor();
  await problem.getByRole('button', { name: 'Echo' }).press('Enter');
  await problem.getByText('Reported.').waitFor();
  expect(await readAloud(page)).toEqual(['Reported.']);
  expect(await seriousFaults(page)).toEqual([]);
});

/** What is known in the second in which it happens. What takes longer, and how long: test/long/warnings.long.test.ts. */
const atOnce: readonly [WarningKind, (of: Softphone, contactId: string) => Promise<unknown>][] = [
  ['lossToAgent', (_, contactId) => simulator.change(contactId, { toAgent: { lossPercent: 30 } })],
  ['deviceLost', ({ page }) => changeDevices(page, 'lost')],
  [
    'networkChanged',
    async ({ context }) => {
      await context.setOffline(true);
      await context.setOffline(false);
    },
  ],
];

test.concurrent('a page that hosts the sound warns within 5 s, and it is kept with the call', async ({
  visit,
  expect,
}) => {
  const softphone = await openSoftphone(visit, 'tomasz.wojcik', withPlugs, '?softphone=page');
  const { page, agent } = softphone;
  const contactId = await simulator.ring({ agent });
  await untilTalked(contactId, 8);
  const took: Record<string, number> = {};
  for (const [kind, begin] of atOnce) {
    const begun = Date.now();
    await begin(softphone, contactId);
    await shown(page, kind).waitFor();
    took[kind] = Date.now() - begun;
  }
  console.info('milliseconds until an agent was warned:', took);
  expect(Math.max(...Object.values(took))).toBeLessThan(5000);
  await simulator.change(contactId, { toAgent: { lossPercent: 0 } });
  await changeDevices(page, 'none');
  for (const [kind] of atOnce) await shown(page, kind).waitFor({ state: 'detached' });
  await simulator.hangUp(contactId);
  const { warnings = [] } = await callWhen('the whole call', contactId, ({ reportArrived }) => reportArrived);
  const changes = warnings.map(({ kind, change }) => `${kind} ${change}`);
  const kept = atOnce.flatMap(([kind]) => [`${kind} shown`, `${kind} cleared`]);
  expect(changes.toSorted()).toEqual(kept.toSorted());
});
