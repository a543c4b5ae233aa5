import { expect, test } from 'vitest';
import { calls, poorCalls } from '../../../dashboards/measures/calls.ts';
import { defaultLimits as limits } from '../../../model/quality/limits.ts';
import type { AnswerOf } from '../../../model/query/page.ts';
import { heatCells } from './heat-cells.ts';

/** A week in which only Monday's first hours have anything. */
function weekOf(hours: readonly { value: number | null; restsOn: number }[]): AnswerOf<'heatMap'> {
  const values: (number | null)[][] = Array.from({ length: 7 }, () => Array(24).fill(null));
  const restsOn: number[][] = Array.from({ length: 7 }, () => Array(24).fill(0));
  for (const [h, hour] of hours.entries()) {
    (values[0] ?? [])[h] = hour.value;
    (restsOn[0] ?? [])[h] = hour.restsOn;
  }
  return { kind: 'heatMap', measure: 'poorCalls', values, restsOn, ignoredFilters: [] };
}

test('an hour is coloured as it is judged; too few are grey, and nothing is no colour at all', () => {
  const week = weekOf([
    { value: 40, restsOn: 50 },
    { value: 1, restsOn: 50 },
    { value: 100, restsOn: 1 },
  ]);
  const [monday = []] = heatCells(poorCalls, week, limits);
  expect(monday.slice(0, 4).map(({ tone }) => tone)).toEqual([
    'poor',
    'good',
    'unclassified',
    'unclassified',
  ]);
  expect(monday[3]?.strength).toBe(0);
  expect(monday[0]?.text).toBe('Mon, 00:00: 40.0\u00a0% of 50');
  expect(monday[3]?.text).toBe('Mon, 03:00: nothing');
});

test('what is neither good nor bad has one colour, stronger where there is more', () => {
  const [monday = []] = heatCells(
    calls,
    weekOf([
      { value: 10, restsOn: 10 },
      { value: 100, restsOn: 100 },
    ]),
    limits,
  );
  expect(monday.slice(0, 2).map(({ tone }) => tone)).toEqual(['plain', 'plain']);
  expect(monday[1]?.strength).toBeGreaterThan(monday[0]?.strength ?? 1);
});
