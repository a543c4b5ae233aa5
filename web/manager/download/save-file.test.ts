import { expect, test } from 'vitest';
import { fileName } from './save-file.ts';

const at = new Date('2026-11-18T10:05:59Z');

test('a file is called after what it holds and when it was taken', () => {
  expect(fileName('Poor calls, by queue', 'csv', at)).toBe('poor-calls-by-queue-2026-11-18T1005.csv');
});

test('no title leads out of the folder or ends in a dot', () => {
  expect(fileName('../é/…', 'png', at)).toBe('-2026-11-18T1005.png');
});
