import { expect, test } from 'vitest';
import { formatBytes, formatSpan } from './format-amount.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test.each([
  [0, '0 B'],
  [1023, '1023 B'],
  [1024, '1.0 KiB'],
  [1_500_000_000, '1.4 GiB'],
  [200 * 1024 ** 3, '200 GiB'],
  [5 * 1024 ** 5, '5120 TiB'],
])('%d bytes are %s', (bytes, text) => {
  expect(plain(formatBytes(bytes))).toBe(text);
});

test.each([
  [0.4, '0 s'],
  [89, '89 s'],
  [90, '2 min'],
  [3600, '60 min'],
  [7200, '2 h'],
  [172_800, '2 days'],
])('%d seconds are about %s', (seconds, text) => {
  expect(plain(formatSpan(seconds))).toBe(text);
});
