import { expect, test, vi } from 'vitest';
import { remember } from './remember.ts';

test('asks once for each input, and for an undefined answer too', () => {
  const of = vi.fn((input: string) => (input === 'none' ? undefined : input.length));
  const remembering = remember(of, 10);
  expect([remembering('one'), remembering('one'), remembering('none'), remembering('none')]).toEqual([
    3,
    3,
    undefined,
    undefined,
  ]);
  expect(of).toHaveBeenCalledTimes(2);
});

test('does not grow without end', () => {
  const of = vi.fn((input: string) => input);
  const remembering = remember(of, 2);
  for (const input of ['a', 'b', 'c', 'a']) remembering(input);
  expect(of).toHaveBeenCalledTimes(4);
});
