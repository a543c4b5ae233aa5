import { expect, test } from 'vitest';
import { alternate } from './alternate.ts';
import { isMet } from './measurement.ts';
import { median } from './median.ts';
import { table } from './report.ts';

test('a bar is kept at its value, and what has none is not judged', () => {
  expect(isMet({ value: 50, bar: { atLeast: 50 } })).toBe(true);
  expect(isMet({ value: 49.9, bar: { atLeast: 50 } })).toBe(false);
  expect(isMet({ value: 0.2, bar: { atMost: 0.2 } })).toBe(true);
  expect(isMet({ value: 1 })).toBeUndefined();
  expect(isMet({ value: Number.NaN, bar: { atMost: 1 } })).toBe(false);
});

test('the table says what was not measured, and why', () => {
  const outcomes = [
    {
      part: 'One',
      result: [{ name: 'size', value: 519.4, unit: 'KB', bar: { atMost: 600 }, note: 'minified' }],
    },
    { part: 'Two', result: { skipped: 'no stack runs' } },
  ];
  expect(table(outcomes)).toBe(
    ['', 'One', '  size  519 KB  ≤ 600  met  minified', '', 'Two', '  not measured: no stack runs'].join(
      '\n',
    ),
  );
});

test('the median of an even number lies between the middle two', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 2, 100])).toBe(3);
  expect(() => median([])).toThrow(RangeError);
});

test('ways take turns, the first round does not count, and a ratio is of the same round', async () => {
  const order: string[] = [];
  const way = (name: string, figures: number[]) => async () => {
    order.push(name);
    return { speed: figures.shift() ?? 0 };
  };
  // The machine was half as quick in the second round that counts: both were.
  const result = await alternate({ a: way('a', [0, 10, 5, 10]), b: way('b', [0, 20, 10, 20]) }, 3, () => {});
  expect(order.join('')).toBe('abbaabba');
  expect(result.medianOf('a', 'speed')).toBe(10);
  expect(result.ratio('speed', 'a', 'b')).toBe(0.5);
});
