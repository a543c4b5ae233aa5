import { expect, test } from 'vitest';
import { lead } from './lead.ts';

/** One exclusive lock, as the browser keeps it. */
function lockManager() {
  let last = Promise.resolve();
  const request = (_: string, options: LockOptions, work: () => Promise<void>) => {
    const mine = last.then(() => {
      if (options.signal?.aborted) throw new DOMException('aborted', 'AbortError');
      return work();
    });
    last = mine.catch(() => {});
    return mine;
  };
  return { request } as unknown as LockManager;
}

test('one at a time: the next leads when the first ends', async () => {
  const locks = lockManager();
  const order: string[] = [];
  const stop = new AbortController().signal;
  let endFirst = () => {};
  const first = lead(
    'x',
    stop,
    () => {
      order.push('a');
      return new Promise((resolve) => {
        endFirst = resolve;
      });
    },
    locks,
  );
  const second = lead('x', stop, async () => void order.push('b'), locks);
  await Promise.resolve();
  expect(order).toEqual(['a']);
  endFirst();
  await Promise.all([first, second]);
  expect(order).toEqual(['a', 'b']);
});

test('who no longer wants to lead just stops waiting', async () => {
  const stop = new AbortController();
  stop.abort();
  const work = async () => {
    throw new Error('led');
  };
  await expect(lead('x', stop.signal, work, lockManager())).resolves.toBeUndefined();
});

test('without the API it works alone', async () => {
  const order: string[] = [];
  await lead('x', new AbortController().signal, async () => void order.push('led'), null);
  expect(order).toEqual(['led']);
});
