import { expect, test } from 'vitest';
import { spansOf } from './spans.ts';

const second = (n: number) => new Date(n * 1000).toISOString();

test('holds and mutes may overlap, and one that never ends lasts until the call does', () => {
  const spans = spansOf(
    [
      { type: 'held', at: second(10) },
      { type: 'muted', at: second(15) },
      { type: 'resumed', at: second(20) },
      { type: 'muted', at: second(25) },
    ],
    60_000,
  );
  expect(spans).toEqual([
    { from: 10_000, to: 20_000, name: 'On hold' },
    { from: 15_000, to: 60_000, name: 'Muted' },
  ]);
});
