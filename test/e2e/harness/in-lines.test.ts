import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inLines } from './in-lines.ts';

test('what is short is as it is', () => {
  expect(inLines(0)).toBe('0');
  expect(inLines(undefined)).toBe('undefined');
  expect(inLines(['a'])).toBe("[ 'a' ]");
  expect(inLines('two\nlines')).toBe('two\nlines');
});

test('of a long value its beginning and its end are told, and how much is between', () => {
  const said = inLines(Array.from({ length: 1000 }, (_, i) => ({ name: `the ${i}th of them all`, i })));
  expect(said).toContain('the 0th');
  expect(said).toContain('the 999th');
  expect(said).not.toContain('the 500th');
  expect(said).toMatch(/^… \d+ lines are left out …$/m);
});

test('no line is longer than a log shows, nor are there more than one reads', () => {
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), fc.string({ minLength: 500, maxLength: 3000 })), (value) => {
      const lines = inLines(value).split('\n');
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(1000);
      expect(lines.length).toBeLessThan(130);
    }),
  );
});

test('what is folded is nothing less', () => {
  const text = 'é'.repeat(1000);
  expect(inLines(text).replaceAll('\n', '')).toBe(text);
});
