import type { Page } from 'playwright-core';
import { measuredCall, ofStream } from './harness/measured-call.ts';
import { type Violation, watchPolicy } from './harness/policy.ts';
import { callWhen } from './harness/search.ts';
import { simulator, untilTalked } from './harness/simulator.ts';
import { openSoftphone } from './harness/softphone.ts';
import { runningStack } from './harness/stack.ts';
import { test } from './harness/visitor.ts';
import { waitFor } from './harness/wait-for.ts';

/** Two windows: one by the clock, one at the end. */
const talkSeconds = 38;
/** Five seconds without packets, a look each second, and a machine that does other things beside. */
const warnedWithinMillis = 9000;

/** Whether the caller is heard in this page itself. */
const isHosting = (page: Page) =>
  page.evaluate(() => {
    const audio = document.getElementById('remote-audio') as HTMLAudioElement | null;
    return audio !== null && audio.srcObject !== null;
  });
const trouble = (page: Page, kind: string) => page.locator(`[data-testid=trouble][data-kind=${kind}]`);

test('a page that hosts the sound warns by the second, and sends the same windows with more in them', async ({
  visit,
  expect,
}) => {
  let violations: Violation[] = [];
  const prepare = async (context: Parameters<typeof watchPolicy>[0]) => {
    violations = await watchPolicy(context);
  };
  const softphone = await openSoftphone(visit, 'joana.alves', prepare, '?softphone=page');
  const { page } = softphone;
  const other = await softphone.openTab(`${runningStack().softphoneUrl}?softphone=page`);
  await trouble(other, 'hostedElsewhere').waitFor();
  const { windows, call } = await measuredCall(softphone, talkSeconds, {}, async (contactId) => {
    const warning = page.locator('[data-testid=warning][data-kind=nothingArrives]');
    await page.getByText('The last half minute').waitFor();
    await waitFor(
      'the caller’s sound',
      () => isHosting(page),
      (hosting) => hosting,
    );
    expect(await isHosting(other)).toBe(false);
    await simulator.change(contactId, { toAgent: { lossPercent: 100 } });
    const stopped = Date.now();
    await warning.waitFor();
    console.info(`warned ${Date.now() - stopped} ms after the packets stopped`);
    expect(Date.now() - stopped).toBeLessThan(warnedWithinMillis);
    await simulator.change(contactId, { toAgent: { lossPercent: 0 } });
    await warning.waitFor({ state: 'detached' });
  });
  for (const window of ofStream(windows, 'audio_input')) {
    expect(window.concealedPercent?.max, window.startedAt).toBeGreaterThanOrEqual(0);
    expect(window.samples.concealedPercent).toHaveLength(window.sampleCount);
  }
  expect(call.toAgent.concealedPercent?.max).toBeGreaterThan(50);
  expect(call.connection).toEqual({ relayed: false, protocol: 'udp', codec: 'opus', networkChanges: 0 });
  // Framed, the library tells nothing of it.
  for (const window of [...ofStream(windows, 'audio_input'), ...ofStream(windows, 'audio_output')]) {
    expect(window.jitterMillis?.avg, window.startedAt).toBeGreaterThan(0);
    expect(window.jitterMillis?.avg).toBeLessThan(60);
    expect(window.mos?.withoutJitter).toBeUndefined();
  }
  expect(windows.length).toBeGreaterThanOrEqual(4);
  expect(call.warnings?.filter(({ kind }) => kind === 'nothingArrives').map(({ change }) => change)).toEqual([
    'shown',
    'cleared',
  ]);
  expect(violations).toEqual([]);
  await page.close();
  // The one that waited takes over.
  await trouble(other, 'hostedElsewhere').waitFor({ state: 'detached' });
  await expectReloadToBeAsked(other, softphone.agent);
});

/** Leaving the page ends the sound of its call: the browser asks first, and the call says what became of it. */
async function expectReloadToBeAsked(page: Page, agent: string): Promise<void> {
  const contactId = await simulator.ring({ agent });
  await waitFor(
    'the caller’s sound in the other tab',
    () => isHosting(page),
    (hosting) => hosting,
  );
  await untilTalked(contactId, 3);
  // Browsers ask only where somebody has done something.
  await page.getByRole('heading', { name: 'On a call' }).click();
  const asked = page.waitForEvent('dialog');
  const reloaded = page.reload();
  const dialog = await asked;
  if (dialog.type() !== 'beforeunload') throw new Error(`asked by ${dialog.type()}`);
  await dialog.accept();
  await reloaded;
  await callWhen('what became of it', contactId, ({ events }) =>
    events.some(({ type }) => type === 'reloaded'),
  );
  await simulator.hangUp(contactId);
}

test('a library that is not what was published is not run: the page says so, and the frame hosts calls', async ({
  visit,
  expect,
}) => {
  const spoil = (context: Parameters<typeof watchPolicy>[0]) =>
    context.route('**/assets/connect-rtc-*.js', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `${await response.text()}\nglobalThis.spoilt = true;` });
    });
  const softphone = await openSoftphone(visit, 'joanna.mazur', spoil, '?softphone=page');
  await trouble(softphone.page, 'libraryMissing').waitFor();
  const { windows } = await measuredCall(softphone, 5);
  expect(windows).toHaveLength(2);
  expect(await softphone.page.evaluate(() => 'spoilt' in globalThis || 'RTCSession' in globalThis)).toBe(
    false,
  );
});
