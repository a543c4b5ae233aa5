import { expect, test } from 'vitest';
import { boundNames } from './bound-names.ts';

test('buckets are named by what lies in them', () => {
  expect(boundNames('milliseconds', [50, 100]).map((name) => name.replaceAll('\u00a0', ' '))).toEqual([
    'up to 50 ms',
    '50 ms–100 ms',
    'above 100 ms',
  ]);
});

test('without bounds there is one bucket', () => {
  expect(boundNames('mos', [])).toEqual(['any']);
});
