import type { Page } from 'playwright-core';
import { untilAllIsThereOnce } from './harness/exactly-once.ts';
import { answer, type Fault, pausesAfter, putBefore, store } from './harness/faulty-api.ts';
import { callWhen, windowsOf } from './harness/search.ts';
import { simulator, untilTalked } from './harness/simulator.ts';
import { openSoftphone, type Softphone } from './harness/softphone.ts';
import { runningStack } from './harness/stack.ts';
import { test } from './harness/visitor.ts';
import { waitFor } from './harness/wait-for.ts';

const timeout = 200_000;

/** A call until its last statistics; they come every 30 s, and at the end. */
async function callOf({ agent, statsEvents }: Softphone, talkSeconds: number): Promise<string> {
  const contactId = await simulator.ring({ agent });
  await untilTalked(contactId, talkSeconds);
  const before = statsEvents.length;
  await simulator.hangUp(contactId);
  const isMore = (count: number) => count > before;
  await waitFor('the last SOFTPHONE_STATS', () => statsEvents.length, isMore);
  return contactId;
}

const isOfWindows = (body: string) => (JSON.parse(body) as { windows?: unknown[] }).windows?.length === 2;

type Case = {
  readonly what: string;
  readonly agent: string;
  readonly talkSeconds: number;
  readonly fault: Fault;
  /** Milliseconds at least from a message's first attempt to its second, and from that to its third. */
  readonly pauses: readonly number[];
};

const faults: readonly Case[] = [
  {
    what: 'the API answers 500, once without storing and once after it',
    agent: 'liza.aquino',
    talkSeconds: 34,
    fault: (attempt, route) => {
      if (attempt.number === 1) return answer(route, 500);
      return attempt.number === 2 ? store(attempt).then(() => answer(route, 500)) : undefined;
    },
    // Of the backoff's second and two seconds half is chance.
    pauses: [500, 1000],
  },
  {
    what: 'the API answers 429, once without Retry-After and once with it',
    agent: 'rafael.navarro',
    talkSeconds: 8,
    fault: ({ number }, route) => {
      if (number === 1) return answer(route, 429);
      return number === 2 ? answer(route, 429, { 'retry-after': '4' }) : undefined;
    },
    pauses: [500, 4000],
  },
  {
    what: 'the API hangs, though it has stored',
    agent: 'renato.mercado',
    talkSeconds: 8,
    // The route is left as it is: the page's request hangs until the page gives up.
    fault: (attempt) => (attempt.number === 1 && isOfWindows(attempt.body) ? store(attempt) : undefined),
    pauses: [35_000],
  },
];

test.concurrent.for(faults)(
  '$what',
  { timeout },
  async ({ agent, talkSeconds, fault, pauses }, { visit, expect }) => {
    const softphone = await openSoftphone(visit, agent);
    const { attempts } = await putBefore(softphone.context, fault);
    const contactId = await callOf(softphone, talkSeconds);
    const repeats = () => pausesAfter(attempts, pauses.length).length;
    await waitFor('the last repeat', repeats, (count) => count > 0, { within: 100_000 });
    const collector = softphone.page.getByTestId('collector');
    await collector.getByText(/sent, none waiting/).waitFor();
    await untilAllIsThereOnce(softphone, contactId, { within: 30_000 });
    for (const [i, least] of pauses.entries()) {
      const after = pausesAfter(attempts, i + 1);
      expect(after.length, `messages tried again after attempt ${i + 1}`).toBeGreaterThan(0);
      expect(Math.min(...after), `milliseconds after attempt ${i + 1}`).toBeGreaterThanOrEqual(least);
    }
    expect(await collector.textContent()).not.toMatch(/set aside|dropped/);
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
    // Where the browser still holds the crashed tab to be open, the page waits 45 s to be sure.
    { within: 110_000 },
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
  const contactId = await callOf(softphone, 34);
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
