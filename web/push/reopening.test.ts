import { expect, test } from 'vitest';
import { reopening } from './reopening.ts';
import { virtualClock } from './virtual-clock.ts';

const answer = async () => 'answer';

/** A browser that opens a database when the test lets it. */
function slowBrowser() {
  const clock = virtualClock();
  let openLate = (_: { close(): void }) => {};
  let asked = 0;
  const opening = new Promise<{ close(): void }>((resolve) => {
    openLate = resolve;
  });
  const database = reopening(() => {
    asked += 1;
    return opening;
  }, clock);
  return { clock, database, openLate, asked: () => asked };
}

test('a browser that takes ten seconds to open is waited for', async () => {
  const { clock, database, openLate } = slowBrowser();
  const used = database(answer);
  await clock.pass(10_000);
  openLate({ close() {} });
  expect(await used).toEqual({ result: 'answer' });
});

test('a browser that does not answer is waited for once, and what it opens too late is used', async () => {
  const { clock, database, openLate, asked } = slowBrowser();
  const first = database(answer);
  await clock.pass(15_000);
  expect(await first).toBeUndefined();
  expect(await database(answer)).toBeUndefined();
  await clock.pass(300_000);
  expect(await database(answer)).toBeUndefined();
  openLate({ close() {} });
  await clock.pass(0);
  expect(await database(answer)).toEqual({ result: 'answer' });
  expect(asked()).toBe(1);
});

test('a browser that gives none is asked again half a minute later', async () => {
  const clock = virtualClock();
  let gives = false;
  const database = reopening(async () => {
    if (!gives) throw new Error('not in a private window');
    return { close() {} };
  }, clock);
  expect(await database(answer)).toBeUndefined();
  gives = true;
  await clock.pass(29_000);
  expect(await database(answer)).toBeUndefined();
  await clock.pass(1000);
  expect(await database(answer)).toEqual({ result: 'answer' });
});
