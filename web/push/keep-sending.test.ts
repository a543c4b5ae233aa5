import { expect, test, vi } from 'vitest';
import { keepSending } from './keep-sending.ts';

/** A sender that runs until its outbox changes, and an outbox that says it is kept, or not. */
function setUp(failures = 0) {
  const said: string[] = [];
  let changed = new AbortController();
  let kept = true;
  let left = failures;
  const ended = (signal: AbortSignal) =>
    new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
  const sender = {
    run: async (signal: AbortSignal) => {
      if (left-- > 0) throw new Error('the outbox failed');
      said.push(kept ? 'sends for all' : 'sends for itself');
      await ended(signal);
    },
  };
  const outbox = {
    get kept() {
      return kept;
    },
    untilChanged: () => changed.signal,
  };
  const ends = new AbortController();
  const done = keepSending(
    sender,
    outbox,
    { sleep: async (millis) => void said.push(`pauses ${millis}`) },
    ends.signal,
    (_, signal, run) => run(signal),
  );
  const change = async (its: boolean) => {
    kept = its;
    const before = changed;
    changed = new AbortController();
    before.abort();
    await settled();
  };
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  const end = async () => {
    ends.abort();
    await done;
  };
  return { said, change, settled, end };
}

test('takes turns while the outbox is shared, and sends by itself what no other tab can see', async () => {
  const { said, change } = setUp();
  await change(false);
  await change(true);
  expect(said).toEqual(['sends for all', 'sends for itself', 'sends for all']);
});

test('a fault does not end it', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => {});
  const { said, settled } = setUp(2);
  await settled();
  expect(said).toEqual(['pauses 10000', 'pauses 10000', 'sends for all']);
  expect(told).toHaveBeenCalledTimes(2);
});

test('ends when it is to, and sends no more', async () => {
  const { said, change, settled, end } = setUp();
  await settled();
  await end();
  await change(false);
  expect(said).toEqual(['sends for all']);
});
