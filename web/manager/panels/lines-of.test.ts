import { expect, test } from 'vitest';
import { lossToAgent, roundTripFromAgent, roundTripToAgent } from '../../../dashboards/measures/audio.ts';
import { calls, poorCalls } from '../../../dashboards/measures/calls.ts';
import type { Measure } from '../../../dashboards/measures/measure.ts';
import { defaultLimits as limits } from '../../../model/quality/limits.ts';
import { hasGapsOfFew, linesOf } from './lines-of.ts';

const times = ['2026-11-18T10:00:00.000Z'];
const at = { to: '2026-11-18T11:00:00.000Z', limits, mode: 'light' } as const;
const column = { values: [1], restsOn: [10] };

test('measures of one unit share a lane, which is shaded where they are judged alike', () => {
  const measures = [roundTripToAgent, roundTripFromAgent, lossToAgent];
  const columns = Object.fromEntries(measures.map(({ id }) => [id, column]));
  const { lanes } = linesOf({ measures }, { times, series: [{ key: null, columns }] }, at);
  expect(lanes.map(({ lines }) => lines.map(({ name }) => name))).toEqual([
    [roundTripToAgent.name, roundTripFromAgent.name],
    [lossToAgent.name],
  ]);
  expect(lanes[0]?.bounds).toEqual({ fair: 300, poor: 500, better: 'lower' });
});

test('with a split there is a line per value, each of a colour of its own; a target stands in the first lane', () => {
  const series = ['Krakow', null].map((key) => ({ key, columns: { poorCalls: column } }));
  const { lanes } = linesOf({ measures: [poorCalls], split: 'site', target: () => 5 }, { times, series }, at);
  const [lines = []] = lanes.map((lane) => lane.lines);
  expect(lines.map(({ name }) => name)).toEqual(['Krakow', 'Not known']);
  expect(new Set(lines.map(({ color }) => color)).size).toBe(2);
  expect(lanes[0]?.target).toBe(5);
});

test('what rests on too few is a gap, and said to be one; a count rests on itself', () => {
  const few = { values: [50], restsOn: [2] };
  const linesWith = (measure: Measure) =>
    linesOf({ measures: [measure] }, { times, series: [{ key: null, columns: { [measure.id]: few } }] }, at);
  expect(hasGapsOfFew(linesWith(poorCalls))).toBe(true);
  expect(hasGapsOfFew(linesWith(calls))).toBe(false);
});
