import { expect, test } from 'vitest';
import { raisedWords } from './raised-words.ts';

test.each([
  [{ critical: 0, warning: 2 }, '2 raised'],
  [{ critical: 1, warning: 0 }, '1 raised, critical'],
  [{ critical: 1, warning: 2 }, '3 raised, 1 of them critical'],
])('%j: %s', (raised, words) => {
  expect(raisedWords(raised)).toBe(words);
});
