import { expect, test } from 'vitest';
import type { Search, SearchAnswer } from './ask.ts';
import { watchParts } from './watch-parts.ts';

const search: Search = { index: 'softphone-calls-*', body: { size: 0 } };
const whole: SearchAnswer = { hits: { hits: [] }, _shards: { failed: 0 } };
const part: SearchAnswer = { hits: { hits: [] }, _shards: { failed: 1 } };

async function sawPart(...asked: readonly (readonly [Search, SearchAnswer])[]): Promise<boolean> {
  const answers = new Map(asked);
  const watched = watchParts(async (searches) => searches.map((its) => answers.get(its) ?? whole));
  await watched.ask(asked.map(([its]) => its));
  await watched.ask([search]);
  return watched.sawPart();
}

test('remembers that one of its answers was a part', async () => {
  expect(await sawPart([search, whole], [{ ...search }, part])).toBe(true);
  expect(await sawPart([search, whole])).toBe(false);
});

test('leaves what may fail to whoever asked for it', async () => {
  expect(await sawPart([{ ...search, mayFail: true }, part], [search, whole])).toBe(false);
});
