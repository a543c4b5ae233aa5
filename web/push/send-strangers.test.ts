import { expect, test } from 'vitest';
import { keepaliveBudget } from './keepalive-budget.ts';
import { memoryOutbox } from './memory-outbox.ts';
import { Sender } from './send.ts';
import type { SenderState } from './sender-state.ts';
import { virtualClock } from './virtual-clock.ts';

const minute = 60_000;

/** A page on a shared computer with messages of these agents, and a server that knows some. */
async function page(agents: readonly string[], known: readonly string[]) {
  const clock = virtualClock();
  const outbox = memoryOutbox({ maxBytes: 1e9, maxAgeMillis: 1e9 }, clock.now);
  const states: SenderState[] = [];
  const posted: string[] = [];
  const at = { known: [...known], reachable: true };
  const fetch = async (_: unknown, init: RequestInit = {}) => {
    const { agent } = JSON.parse(String(init.body)) as { agent: string };
    posted.push(agent);
    if (!at.reachable) throw new TypeError('Failed to fetch');
    const isKnown = at.known.includes(agent);
    const text = async () => (isKnown ? '' : '{"type":"urn:softphone-quality:problem:unknownAgent"}');
    return { status: isKnown ? 202 : 403, headers: new Headers(), text };
  };
  const sender = new Sender({
    outbox,
    clock,
    fetch: fetch as unknown as typeof globalThis.fetch,
    apiUrl: 'https://api',
    online: () => true,
    random: () => 0.5,
    budget: keepaliveBudget(60_000),
    onState: (state) => states.push(state),
  });
  const put = async (agent: string) => {
    const letter = { key: crypto.randomUUID(), route: '/softphone-stats', message: { agent } } as const;
    sender.offer(letter);
    await outbox.add(letter);
    sender.notice();
    await clock.pass(1000);
  };
  for (const agent of agents) await put(agent);
  void sender.run(new AbortController().signal);
  await clock.pass(1000);
  return { clock, sender, put, posted, at, last: () => states.at(-1) };
}

test('a departed agent’s messages are asked about once, and hold up nobody', async () => {
  const { posted, last } = await page(['gone', 'gone', 'ana', 'gone', 'ana'], ['ana']);
  expect(posted).toEqual(['gone', 'ana', 'ana']);
  expect(last()).toMatchObject({ waiting: 3, strangers: 3, others: 0, sent: 2, setAside: 0 });
  expect(last()?.failing).toBeUndefined();
});

test('an agent who is not known yet is asked about every few minutes, and then all goes', async () => {
  const { clock, put, posted, at, last } = await page(['new', 'new'], ['ana']);
  await put('new');
  await clock.pass(3 * minute);
  expect(posted).toEqual(['new']);
  await clock.pass(3 * minute);
  expect(posted).toEqual(['new', 'new']);
  at.known.push('new');
  await clock.pass(6 * minute);
  expect(last()).toMatchObject({ waiting: 0, strangers: 0, sent: 3 });
});

test('whoever tries now need not wait for that', async () => {
  const { clock, sender, at, last } = await page(['new'], []);
  at.known.push('new');
  sender.retryNow();
  await clock.pass(1000);
  expect(last()).toMatchObject({ waiting: 0, strangers: 0, sent: 1 });
});

test('a flush does not ask again either', async () => {
  const { clock, sender, put, posted } = await page(['gone'], ['ana']);
  await put('gone');
  sender.flush();
  await clock.pass(1000);
  expect(posted).toEqual(['gone']);
});

test('only an answer ends a failure, not a message that is not even sent', async () => {
  const { clock, put, at, last } = await page(['gone'], ['ana']);
  at.reachable = false;
  await put('ana');
  await put('gone');
  await clock.pass(minute);
  expect(last()).toMatchObject({ waiting: 3, failing: { why: 'unreachable' } });
});
