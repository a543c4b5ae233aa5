import { expect, test } from 'vitest';
import { costTable } from './cost-table.ts';

const cost = (page: string, range: string, millions: number, cold: number) => ({
  page,
  range,
  millions,
  isAlone: false,
  cold,
  warm: 1,
  processor: 2,
});

test('a row per page, a column per range and size, and nothing where a page was not asked', () => {
  const costs = [
    cost('overview', '30 days', 0.3, 81.6),
    cost('overview', 'the last hour', 0.3, 9),
    cost('now', 'the last hour', 0.3, 12),
    cost('overview', '30 days', 3, 400),
    cost('overview', 'the last hour', 3, 30),
  ];
  expect(costTable(costs)).toEqual([
    'ms        30 days, 0.3 M  30 days, 3 M  the last hour, 0.3 M  the last hour, 3 M',
    'overview              82           400                     9                  30',
    'now                                                       12',
  ]);
});
