import { expect, test } from 'vitest';
import { reopening } from './reopening.ts';
import { virtualClock } from './virtual-clock.ts';

const answer = async () => 'answer';

test('a browser that never answers is not waited for, and what it opens too late is closed', async () => {
  const clock = virtualClock();
  let openLate = (_: { close(): void }) => {};
  let closed = 0;
  const opening = new Promise<{ close(): void }>((resolve) => {
    openLate = resolve;
  });
  const database = reopening(() => opening, clock);
  const used = database(answer);
  await clock.pass(5000);
  expect(await used).toBeUndefined();
  openLate({ close: () => void closed++ });
  await opening;
  expect(closed).toBe(1);
});
