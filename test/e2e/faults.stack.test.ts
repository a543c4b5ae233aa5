import type { Page } from 'playwright-core';
import { untilAllIsThereOnce } from './harness/exactly-once.ts';
import { answer, type Fault, gaps, putBefore, store } from './harness/faulty-api.ts';
import { callWhen, windowsOf } from './harness/search.ts';
import { simulator, untilTalked } from './harness/simulator.ts';
import { openSoftphone, type Softphone } from './harness/softphone.ts';
import { runningStack } from './harness/stack.ts';
import { test } from './harness/visitor.ts';
import { waitFor } from './harness/wait-for.ts';

const timeout = 200_000;
/** Statistics come after 30 s and at the end: two windows each way. */
const talkSeconds = 34;

/** A call until its last statistics. */
async function callOf({ agent, statsEvents }: Softphone): Promise<string> {
  const contactId = await simulator.ring({ agent });
  await untilTalked(contactId, talkSeconds);
  const before = statsEvents.length;
  await simulator.hangUp(contactId);
  await waitFor(
    'the last SOFTPHONE_STATS',
    () => statsEvents.length,
    (count) => count > before,
  );
  return contactId;
}

const isOfWindows = (body: string) => (JSON.parse(body) as { windows?: unknown[] }).windows?.length === 2;

const faults: readonly (readonly [what: string, agent: string, fault: Fault, leastGapMillis: number])[] = [
  [
    'the API answers 500, once without storing and once after it',
    'liza.aquino',
    (attempt, route) => {
      if (attempt.number === 1) return answer(route, 500);
      return attempt.number === 2 ? store(attempt).then(() => answer(route, 500)) : undefined;
    },
    // Backoff: half of it by chance.
    500,
  ],
  [
    'the API answers 429 without Retry-After',
    'rafael.navarro',
    ({ number }, route) => (number === 1 ? answer(route, 429) : undefined),
    500,
  ],
  [
    'the API answers 429 with Retry-After',
    'trisha.valdez',
    ({ number }, route) => (number === 1 ? answer(route, 429, { 'retry-after': '3' }) : undefined),
    3000,
  ],
  [
    'the API hangs, though it has stored',
    'renato.mercado',
    // The route is left as it is: the page's request hangs until the page gives up.
    (attempt) => (attempt.number === 1 && isOfWindows(attempt.body) ? store(attempt) : undefined),
    35_000,
  ],
];

test.concurrent.for(faults)(
  '%s',
  { timeout },
  async ([, agent, fault, leastGapMillis], { visit, expect }) => {
    const softphone = await openSoftphone(visit, agent);
    const { attempts } = await putBefore(softphone.context, fault);
    const contactId = await callOf(softphone);
    await untilAllIsThereOnce(softphone, contactId, { within: 100_000 });
    const waits = gaps(attempts);
    expect(waits.length, 'repeated attempts').toBeGreaterThan(0);
    expect(Math.min(...waits), 'milliseconds to the next attempt').toBeGreaterThanOrEqual(leastGapMillis);
    expect(await softphone.page.getByTestId('collector').textContent()).not.toMatch(/set aside|lost/i);
  },
);

/** How many messages with windows wait in the browser. */
function windowsWaiting(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const opening = indexedDB.open('softphone-outbox');
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    const all = opening.result.transaction('messages').objectStore('messages').getAll();
    await new Promise((resolve) => all.addEventListener('success', resolve));
    opening.result.close();
    const waiting = all.result as { message: { windows?: unknown[] } }[];
    return waiting.filter(({ message }) => message.windows?.length === 2).length;
  });
}

test.concurrent('the tab crashes with windows unsent, and is opened again', { timeout }, async ({
  visit,
  expect,
}) => {
  const { agent, page, context, openTab } = await openSoftphone(visit, 'piotr.kowalski');
  const { mend } = await putBefore(context, (_, route) => route.abort('connectionrefused'));
  const contactId = await simulator.ring({ agent });
  await waitFor(
    'windows in the outbox',
    () => windowsWaiting(page),
    (count) => count === 1,
    {
      within: 60_000,
    },
  );
  const crashed = page.waitForEvent('crash');
  const session = await context.newCDPSession(page);
  // It is never answered.
  void session.send('Page.crash').catch(() => undefined);
  await crashed;
  expect(await windowsOf(contactId)).toEqual([]);
  mend();
  await openTab(runningStack().softphoneUrl);
  const call = await callWhen(
    'what the crashed tab had measured, and the reload',
    contactId,
    ({ toAgent, fromAgent, events }) =>
      toAgent.windows === 1 && fromAgent.windows === 1 && events.some(({ type }) => type === 'reloaded'),
    { within: 60_000 },
  );
  expect(await windowsOf(contactId)).toHaveLength(2);
  expect(call.events.filter(({ type }) => type === 'connected')).toHaveLength(1);
  await simulator.hangUp(contactId);
});

test.concurrent('five minutes without the API, by the page’s clock', { timeout }, async ({
  visit,
  expect,
}) => {
  const softphone = await openSoftphone(visit, 'ewa.kozlowska', (context) => context.clock.install());
  const { context } = softphone;
  const { attempts, mend } = await putBefore(context, (_, route) => route.abort('connectionrefused'));
  const contactId = await callOf(softphone);
  const before = attempts.length;
  for (let minute = 0; minute < 5; minute++) await context.clock.fastForward(60_000);
  await waitFor(
    'attempts meanwhile',
    () => attempts.length,
    (count) => count > before,
  );
  expect(await windowsOf(contactId)).toEqual([]);
  mend();
  const arrived = untilAllIsThereOnce(softphone, contactId, { within: 60_000 });
  // The pauses between attempts have grown to minutes.
  await context.clock.fastForward(300_000);
  await arrived;
});
