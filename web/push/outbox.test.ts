import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { memoryOutbox } from './memory-outbox.ts';
import { databaseOutbox } from './outbox.ts';
import { openOutboxDatabase } from './outbox-database.ts';
import { bytesOf, type Outbox } from './waiting.ts';

const limits = { maxBytes: 600, maxAgeMillis: 86_400_000 };
let databases = 0;
const fresh = async (now = () => 0) =>
  databaseOutbox(await openOutboxDatabase(`outbox-${databases++}`), limits, now);
const message = (text: string) => ({ text });
const put = (outbox: Outbox, key: string, text = key) =>
  outbox.add({ key, route: '/api-metrics', message: message(text) });
const idle = new Set<string>();

test('gives messages in the order they came, until the server has them', async () => {
  const outbox = await fresh();
  await put(outbox, 'a');
  await put(outbox, 'b');
  expect((await outbox.next(idle))?.message).toEqual({ text: 'a' });
  expect((await outbox.next(idle))?.key).toBe('a');
  expect((await outbox.next(new Set(['a'])))?.key).toBe('b');
  await outbox.delivered('a');
  expect((await outbox.next(idle))?.key).toBe('b');
});

test('takes a key once, also after it was delivered: another tab may be late', async () => {
  const outbox = await fresh();
  expect(await put(outbox, 'a')).toBe(true);
  expect(await put(outbox, 'a', 'again')).toBe(false);
  await outbox.delivered('a');
  expect(await put(outbox, 'a')).toBe(false);
  expect(await outbox.totals()).toMatchObject({ waiting: 0, bytes: 0 });
});

test('what was delivered by a closing page before it was put in is not put in', async () => {
  const outbox = await fresh();
  await outbox.delivered('a');
  expect(await put(outbox, 'a')).toBe(false);
});

test('two tabs share what waits, and a reload finds it again', async () => {
  const here = databaseOutbox(await openOutboxDatabase('shared'), limits, () => 0);
  const there = databaseOutbox(await openOutboxDatabase('shared'), limits, () => 0);
  await Promise.all([put(here, 'a'), put(there, 'a'), put(there, 'b'), put(here, 'b')]);
  const reloaded = databaseOutbox(await openOutboxDatabase('shared'), limits, () => 0);
  expect(await reloaded.totals()).toMatchObject({ waiting: 2 });
});

test('drops the oldest when there is no room, and counts them', async () => {
  const outbox = await fresh();
  for (const key of ['a', 'b', 'c', 'd']) await put(outbox, key, key.repeat(190));
  expect(await outbox.totals()).toMatchObject({ waiting: 2, dropped: 2 });
  expect((await outbox.next(idle))?.key).toBe('c');
});

test('drops what is older than the server keeps', async () => {
  let now = 0;
  const outbox = await fresh(() => now);
  await put(outbox, 'old');
  now = limits.maxAgeMillis;
  await put(outbox, 'new');
  now++;
  await outbox.expire();
  expect((await outbox.next(idle))?.key).toBe('new');
  expect(await outbox.totals()).toMatchObject({ waiting: 1, dropped: 1, bytes: bytesOf(message('new')) });
});

test('what the server will never take is put aside and counted', async () => {
  const outbox = await fresh();
  await put(outbox, 'poison');
  await outbox.setAside('poison', '400');
  await outbox.setAside('poison', '400');
  expect(await outbox.next(idle)).toBeUndefined();
  expect(await outbox.totals()).toEqual({ waiting: 0, bytes: 0, dropped: 0, setAside: 1 });
});

test('a message that the server fails on steps behind the others', async () => {
  const outbox = await fresh();
  await put(outbox, 'bad');
  await put(outbox, 'good');
  for (let time = 0; time < 3; time++) await outbox.failed('bad');
  expect((await outbox.next(idle))?.key).toBe('good');
});

type Action = { readonly do: string; readonly nth: number };
const actions = fc.array(
  fc.record({
    do: fc.constantFrom('add', 'delivered', 'setAside', 'failed', 'expire', 'tick'),
    nth: fc.nat(7),
  }),
  { maxLength: 25 },
);

async function act(outbox: Outbox, { do: verb, nth }: Action): Promise<unknown> {
  const key = `k${nth}`;
  if (verb === 'delivered') return outbox.delivered(key);
  if (verb === 'setAside') return outbox.setAside(key, 'no');
  if (verb === 'failed') return outbox.failed(key);
  if (verb === 'expire') return outbox.expire();
  return put(outbox, key, 'x'.repeat(40 * nth));
}

async function play(
  make: (now: () => number) => Promise<Outbox>,
  script: readonly Action[],
): Promise<unknown> {
  let now = 0;
  const outbox = await make(() => now);
  const seen: unknown[] = [];
  for (const action of script) {
    if (action.do === 'tick') now += 50_000_000;
    else seen.push(await act(outbox, action));
    const totals = await outbox.totals();
    expect(totals.bytes).toBeLessThanOrEqual(limits.maxBytes);
    seen.push([totals, (await outbox.next(idle))?.key]);
  }
  return seen;
}

test('does the same in IndexedDB as in memory, whatever happens', async () => {
  await fc.assert(
    fc.asyncProperty(actions, async (script) => {
      const inMemory = await play(async (now) => memoryOutbox(limits, now), script);
      expect(await play(fresh, script)).toEqual(inMemory);
    }),
    { numRuns: 60 },
  );
});
