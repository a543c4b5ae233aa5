import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newerPageProblem } from '../../model/messages/version.ts';
import { keepaliveBudget } from './keepalive-budget.ts';
import { memoryOutbox } from './memory-outbox.ts';
import { Sender } from './send.ts';
import type { SenderState } from './sender-state.ts';
import { virtualClock } from './virtual-clock.ts';

const day = 86_400_000;
type Answer = number | 'unreachable' | 'hang' | 'older';
type Posted = {
  readonly text: string;
  readonly sentAt: string;
  readonly at: number;
  readonly keepalive: boolean;
};

/** A server that gives these answers in turn, and 202 after them. */
function server(answers: readonly Answer[], retryAfter: string | null, now: () => number) {
  const left = [...answers];
  const posted: Posted[] = [];
  const accepted: string[] = [];
  const needless: string[] = [];
  const answer = async (_: unknown, init: RequestInit = {}) => {
    const body = JSON.parse(String(init.body)) as { text: string; sentAt: string };
    posted.push({ ...body, at: now(), keepalive: init.keepalive === true });
    if (accepted.includes(body.text)) needless.push(body.text);
    const next = left.shift() ?? 202;
    if (next === 'unreachable') throw new TypeError('Failed to fetch');
    if (next === 'hang') await new Promise((_, reject) => init.signal?.addEventListener('abort', reject));
    if (next === 202) accepted.push(body.text);
    // No real Response: reading one takes turns of the event loop, which a virtual clock cannot wait for.
    const headers = new Headers(retryAfter ? { 'retry-after': retryAfter } : {});
    // The functions are older than the page: after a rollback.
    if (next === 'older')
      return { status: 400, headers, text: async () => JSON.stringify({ type: newerPageProblem }) };
    return { status: Number(next), headers, text: async () => '' };
  };
  return { fetch: answer as unknown as typeof fetch, posted, accepted, needless };
}

/** A page with such a server. */
function page(answers: readonly Answer[], { retryAfter = null as string | null, limit = 60_000 } = {}) {
  const clock = virtualClock();
  const outbox = memoryOutbox({ maxBytes: 1e9, maxAgeMillis: 7 * day }, clock.now);
  const states: SenderState[] = [];
  const { fetch, ...heard } = server(answers, retryAfter, clock.now);
  const sender = new Sender({
    outbox,
    clock,
    fetch,
    apiUrl: 'https://api',
    online: () => true,
    random: () => 0.5,
    budget: keepaliveBudget(limit),
    onState: (state) => states.push(state),
  });
  const stop = new AbortController();
  const add = async (text: string) => {
    const letter = { key: text, route: '/softphone-stats', message: { text } } as const;
    sender.offer(letter);
    if (await outbox.add(letter)) sender.notice();
    else sender.withdraw(text);
  };
  const start = () => void sender.run(stop.signal);
  return { clock, outbox, sender, ...heard, states, add, start, stop, last: () => states.at(-1) };
}

test('sends at once what comes, in order, with the time of the attempt', async () => {
  const { clock, posted, add, start, last } = page([]);
  start();
  await clock.pass(5000);
  await add('a');
  await add('b');
  await clock.pass(0);
  expect(posted.map((message) => message.text)).toEqual(['a', 'b']);
  expect(posted[0]?.sentAt).toBe(new Date(clock.now()).toISOString());
  expect(last()).toMatchObject({ sent: 2, waiting: 0 });
});

test('an answer that never comes is given up and tried again, with a new time', async () => {
  const { clock, posted, accepted, add, start } = page(['hang']);
  start();
  await add('a');
  await clock.pass(60_000);
  expect(accepted).toEqual(['a']);
  expect(posted).toHaveLength(2);
  expect(posted[1]?.sentAt).not.toBe(posted[0]?.sentAt);
});

test('says since when and why it fails, and stops saying so', async () => {
  const { clock, states, add, start, last } = page(['unreachable', 'unreachable']);
  start();
  await add('a');
  const since = clock.now();
  await clock.pass(10_000);
  expect(states.map((state) => state.failing)).toContainEqual({ why: 'unreachable', since });
  expect(last()?.failing).toBeUndefined();
  expect(last()).toMatchObject({ sent: 1 });
});

test('honours Retry-After', async () => {
  const { clock, posted, add, start } = page([429], { retryAfter: '20' });
  start();
  await add('a');
  await clock.pass(19_999);
  expect(posted).toHaveLength(1);
  await clock.pass(10_000);
  expect(posted).toHaveLength(2);
});

test('being online again ends the pause', async () => {
  const { clock, accepted, sender, add, start } = page(Array<Answer>(9).fill('unreachable'));
  start();
  await add('a');
  await clock.pass(300_000);
  expect(accepted).toEqual([]);
  sender.retryNow();
  await clock.pass(0);
  expect(accepted).toEqual(['a']);
});

test('poison is put aside and holds up nothing', async () => {
  const { clock, accepted, add, start, last } = page([400, 413, 415]);
  start();
  for (const text of ['a', 'b', 'c', 'd']) await add(text);
  await clock.pass(0);
  expect(accepted).toEqual(['d']);
  expect(last()).toMatchObject({ setAside: 3, waiting: 0, sent: 1 });
});

test('what functions refuse because they are older is kept for the next deployment', async () => {
  const { clock, accepted, add, start, last } = page(['older', 'older']);
  start();
  await add('a');
  await clock.pass(25_000);
  expect(last()).toMatchObject({ waiting: 1, setAside: 0, failing: { why: 'older' } });
  await clock.pass(600_000);
  expect(accepted).toEqual(['a']);
  expect(last()).toMatchObject({ waiting: 0, setAside: 0, sent: 1 });
});

test('a message larger than the server takes is put aside without asking', async () => {
  const { clock, posted, add, start, last } = page([]);
  start();
  await add('x'.repeat(270_000));
  await clock.pass(0);
  expect(posted).toEqual([]);
  expect(last()).toMatchObject({ setAside: 1 });
});

test('a closing page hands over what it can within the keepalive budget', async () => {
  const { clock, posted, sender, add, start } = page(Array<Answer>(20).fill('hang'), { limit: 1000 });
  start();
  await clock.pass(0);
  for (const text of ['a', 'b', 'c', 'd']) await add(text.repeat(300));
  await clock.pass(0);
  expect(posted).toHaveLength(1);
  sender.flush();
  await clock.pass(0);
  expect(posted.map((message) => [message.text[0], message.keepalive])).toEqual([
    ['a', true],
    ['b', true],
  ]);
});

test('an answer frees its part of the budget', async () => {
  const { clock, posted, add, start } = page([202, 503, 'unreachable'], { limit: 500 });
  start();
  for (const text of ['a', 'b', 'c', 'd']) await add(text.repeat(300));
  await clock.pass(60_000);
  expect(posted).toHaveLength(6);
  expect(posted.every((message) => message.keepalive)).toBe(true);
});

test('a flush keeps to the pause', async () => {
  const { clock, posted, sender, add, start } = page([503], { retryAfter: '60' });
  start();
  await add('a');
  await clock.pass(10);
  sender.flush();
  await clock.pass(10);
  expect(posted).toHaveLength(1);
});

const answer = fc.constantFrom<Answer>(
  202,
  400,
  413,
  415,
  429,
  500,
  503,
  504,
  403,
  401,
  200,
  'unreachable',
  'hang',
);

const disturbance = fc.constantFrom('flush', 'retryNow', 'notice', 'nothing');

test('each message arrives or is put aside, once, whatever the server answers and the page does', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(answer, { maxLength: 30 }),
      fc.array(disturbance, { minLength: 1, maxLength: 6 }),
      async (answers, disturbances) => {
        const { clock, sender, accepted, needless, outbox, add, start, stop, last } = page(answers);
        start();
        for (const [i, what] of disturbances.entries()) {
          await add(`m${i}`);
          if (what !== 'nothing') sender[what]();
          await clock.pass(3000);
        }
        await clock.pass(6 * 3_600_000);
        const { waiting, dropped, setAside } = await outbox.totals();
        expect({ waiting, dropped }).toEqual({ waiting: 0, dropped: 0 });
        expect(accepted.length + setAside).toBe(disturbances.length);
        expect({ twice: accepted.length - new Set(accepted).size, needless }).toEqual({
          twice: 0,
          needless: [],
        });
        expect(last()?.failing).toBeUndefined();
        stop.abort();
      },
    ),
    { numRuns: 40 },
  );
});

test('without flushes and failures of single messages, all arrive in order', async () => {
  const pauses = fc.array(fc.constantFrom<Answer>(429, 503, 'unreachable', 'hang', 202), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(pauses, async (answers) => {
      const { clock, accepted, add, start, stop } = page(answers);
      start();
      const texts = Array.from({ length: 5 }, (_, i) => `m${i}`);
      for (const text of texts) await add(text);
      await clock.pass(6 * 3_600_000);
      expect(accepted).toEqual(texts);
      stop.abort();
    }),
    { numRuns: 20 },
  );
});
