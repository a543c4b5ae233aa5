import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentId } from './document-id.ts';

test('is 22 characters that a URL takes, and the same for the same', () => {
  expect(documentId(['window', 'a'])).toMatch(/^[A-Za-z0-9_-]{22}$/);
  expect(documentId(['window', 'a'])).toBe(documentId(['window', 'a']));
});

test('differs where any part or its border differs', () => {
  expect(documentId(['ab', 'c'])).not.toBe(documentId(['a', 'bc']));
  const identity = fc.array(fc.string(), { maxLength: 5 });
  fc.assert(
    fc.property(identity, identity, (a, b) => {
      expect(documentId(a) === documentId(b)).toBe(JSON.stringify(a) === JSON.stringify(b));
    }),
  );
});
