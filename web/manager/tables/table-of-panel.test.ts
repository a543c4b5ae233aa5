import { expect, test } from 'vitest';
import { calls, poorCalls } from '../../../dashboards/measures/calls.ts';
import { splitNames } from '../../../dashboards/split-names.ts';
import { defaultLimits as limits } from '../../../model/quality/limits.ts';
import { csvOfTable, type PanelTable } from './panel-table.ts';
import { tableOfBreakdown, tableOfDistribution, tableOfFigures, tableOfOverTime } from './table-of-panel.ts';

const figures = (poor: number | null, restsOn: number) => ({
  calls: { value: restsOn, restsOn },
  poorCalls: { value: poor, restsOn },
});
const measures = [calls, poorCalls];
const lines = (table: PanelTable) => csvOfTable(table).slice(1).trimEnd().split('\r\n');

test('a file has figures without units, each beside what it rests on, and nothing for what was not measured', () => {
  const groups = [
    { key: '=evil', now: figures(12.5, 40), before: null },
    { key: null, now: figures(null, 0), before: null },
  ];
  expect(
    lines(tableOfBreakdown({ measures, orderBy: poorCalls }, { by: 'queue', groups }, limits, splitNames)),
  ).toEqual([
    '"Queue","Calls","Poor calls (%)","Poor calls: judged calls"',
    '"\'=evil",40,12.5,40',
    '"Not known",0,,0',
  ]);
});

test('a comparison has the figures of the period before; a new group has none', () => {
  const panel = { measures: [calls], orderBy: calls, compare: true } as const;
  const groups = [
    { key: 'Krakow', now: figures(1, 40), before: figures(1, 30) },
    { key: 'Porto', now: figures(1, 7), before: null },
  ];
  expect(lines(tableOfBreakdown(panel, { by: 'site', groups }, limits, splitNames))).toEqual([
    '"Site","Calls","Before: Calls"',
    '"Krakow",40,30',
    '"Porto",7,',
  ]);
});

test('times are instants in a file, whatever the viewer’s zone', () => {
  const columns = { poorCalls: { values: [5, null], restsOn: [40, 0] } };
  const times = ['2026-11-18T10:00:00.000Z', '2026-11-18T11:00:00.000Z'];
  const table = tableOfOverTime(
    { measures: [poorCalls], split: 'site' },
    { times, series: [{ key: 'Krakow', columns }] },
    limits,
  );
  expect(lines(table)).toEqual([
    '"Time","Krakow: Poor calls (%)","Krakow: Poor calls: judged calls"',
    '"2026-11-18T10:00:00.000Z",5,40',
    '"2026-11-18T11:00:00.000Z",,0',
  ]);
});

test('what people read says the unit and the count; a bar is as long as its part of the longest', () => {
  const groups = [10, 40].map((value) => ({ key: `${value}`, now: figures(value, 100), before: null }));
  const { rows } = tableOfBreakdown(
    { measures, orderBy: poorCalls },
    { by: 'queue', groups },
    limits,
    splitNames,
  );
  expect(rows.map((row) => row[2])).toEqual([
    { text: '10.0\u00a0% of 100', value: 10, restsOn: 100, rating: 'fair', bar: 0.25 },
    { text: '40.0\u00a0% of 100', value: 40, restsOn: 100, rating: 'poor', bar: 1 },
  ]);
});

test('now stands beside before', () => {
  const table = tableOfFigures({ measures }, { now: figures(5, 100), before: figures(6, 80) }, limits);
  expect(lines(table).slice(1)).toEqual(['"Calls",100,100,80,80', '"Poor calls",5,100,6,80']);
});

test('a bucket’s share is of its own series', () => {
  const table = tableOfDistribution({
    kind: 'distribution',
    unit: 'milliseconds',
    bounds: [50],
    series: [{ id: 'a', name: 'To the agent', counts: [3, 1], restsOn: 4 }],
    ignoredFilters: [],
  });
  expect(lines(table)).toEqual([
    '"From … to","To the agent","To the agent: share (%)"',
    '"up to 50\u00a0ms",3,75',
    '"above 50\u00a0ms",1,25',
  ]);
});
