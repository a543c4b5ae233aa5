import { expect, test } from 'vitest';
import { keepaliveBudget } from './keepalive-budget.ts';
import { memoryOutbox } from './memory-outbox.ts';
import { Sender } from './send.ts';
import type { SenderState } from './sender-state.ts';
import { virtualClock } from './virtual-clock.ts';

/** A page where agents sign in to send, and a server that takes all but what it says of is another agent's. */
async function page(agents: readonly string[], forged: readonly string[] = []) {
  const clock = virtualClock();
  const outbox = memoryOutbox({ maxBytes: 1e9, maxAgeMillis: 1e9 }, clock.now);
  const states: SenderState[] = [];
  const posted: (string | null)[] = [];
  const at: { signedInAs?: string; status: number; refused: number } = { status: 202, refused: 0 };
  const fetch = async (_: unknown, init: RequestInit = {}) => {
    const header = new Headers(init.headers).get('authorization');
    posted.push(header);
    const isForged = forged.includes((JSON.parse(String(init.body)) as { text: string }).text);
    const text = async () => (isForged ? '{"type":"urn:softphone-quality:problem:forgedAgent"}' : '');
    return { status: isForged ? 403 : at.status, headers: new Headers(), text };
  };
  const sender = new Sender({
    outbox,
    clock,
    authorize: (agent) => {
      if (at.signedInAs === undefined) return 'signIn';
      return at.signedInAs === agent ? { header: `Bearer ${agent}` } : 'another';
    },
    onUnauthorized: () => void at.refused++,
    fetch: fetch as unknown as typeof globalThis.fetch,
    apiUrl: 'https://api',
    online: () => true,
    random: () => 0.5,
    budget: keepaliveBudget(60_000),
    onState: (state) => states.push(state),
  });
  for (const [i, agent] of agents.entries()) {
    await outbox.add({ key: String(i), route: '/softphone-stats', message: { agent, text: String(i) } });
  }
  void sender.run(new AbortController().signal);
  await clock.pass(1000);
  const signIn = async (agent: string) => {
    at.signedInAs = agent;
    sender.retryNow();
    await clock.pass(1000);
  };
  return { clock, sender, posted, at, signIn, last: () => states.at(-1) };
}

test('sends nothing without a sign-in, and says so', async () => {
  const { posted, last } = await page(['ana']);
  expect(posted).toEqual([]);
  expect(last()).toMatchObject({ waiting: 1, failing: { why: 'signIn' } });
});

test('sends in the agent’s own name; another agent’s messages wait for that agent, and hold up nobody', async () => {
  const { posted, last, signIn } = await page(['rui', 'ana', 'rui', 'ana']);
  await signIn('ana');
  expect(posted).toEqual(['Bearer ana', 'Bearer ana']);
  expect(last()).toMatchObject({ waiting: 2, others: 2, sent: 2 });
  expect(last()?.failing).toBeUndefined();
  await signIn('rui');
  expect(posted.slice(2)).toEqual(['Bearer rui', 'Bearer rui']);
  expect(last()).toMatchObject({ waiting: 0, others: 0, sent: 4 });
});

test('what the server calls another agent’s waits too', async () => {
  const { last, signIn } = await page(['ana', 'ana'], ['0']);
  await signIn('ana');
  expect(last()).toMatchObject({ waiting: 1, others: 1, sent: 1, setAside: 0 });
});

test('a token that the server refuses pauses and keeps, until the sign-in is renewed', async () => {
  const { at, last, signIn } = await page(['ana', 'ana']);
  at.status = 401;
  await signIn('ana');
  expect(at.refused).toBeGreaterThanOrEqual(1);
  expect(last()).toMatchObject({ waiting: 2, sent: 0, failing: { why: 'signIn' } });
  at.status = 202;
  await signIn('ana');
  expect(last()).toMatchObject({ waiting: 0, sent: 2 });
});
