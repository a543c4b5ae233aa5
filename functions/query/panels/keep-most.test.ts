import { expect, test } from 'vitest';
import type { Bucket } from '../bucket.ts';
import { keepMost } from './keep-most.ts';

const group = (key: string | number, calls: number, poor: number): [string | null, Bucket] => [
  String(key),
  { key, doc_count: calls, poor: { doc_count: poor } },
];
const keys = (groups: ReadonlyMap<string | null, unknown>) => [...groups.keys()];

test('keeps those with the most of what is counted, and the group of no known value', () => {
  const unknown: [null, Bucket] = [null, { doc_count: 1, poor: { doc_count: 1 } }];
  const groups = new Map<string | null, Bucket>([
    group('many', 50, 1),
    unknown,
    group('poor', 5, 4),
    group('good', 9, 0),
  ]);
  expect(keys(keepMost(groups, 'poor', 2))).toEqual(['poor', 'many', null]);
  expect(keys(keepMost(groups, '_count', 2))).toEqual(['many', 'good', null]);
});

test('puts groups with as much in the order of their values: numbers by size', () => {
  expect(keys(keepMost(new Map([group('b', 1, 1), group('a', 2, 1)]), 'poor', 9))).toEqual(['a', 'b']);
  expect(keys(keepMost(new Map([group(16, 1, 1), group(8, 1, 1)]), 'poor', 9))).toEqual(['8', '16']);
});
