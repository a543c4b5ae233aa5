import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pages } from '../../dashboards/pages/pages.ts';
import { halfHourMillis } from '../../model/documents/api-half-hour.ts';
import { columnTimes } from '../../model/query/columns.ts';
import type { Filters } from '../../model/query/filters.ts';
import { chooseInterval } from '../../model/query/interval.ts';
import { periodBefore } from '../../model/query/period-before.ts';
import { addsUpByHalfHours } from './adds-up-by-half-hours.ts';
import { apiSearch } from './agent-api.ts';
import { during } from './conditions.ts';
import { questionOf } from './page.ts';
import { histogram } from './panels/histogram.ts';
import { searchOf } from './panels/panel-search.ts';

const period = { gte: '2026-03-01T10:10:00.000Z', lt: '2026-03-29T10:10:00.000Z' };
const filters: Filters = { from: period.gte, to: period.lt, zone: 'Europe/Lisbon' };
const sum = { calls: { sum: { field: 'count' } } };
const overTime = (interval: string, zone: string) => ({
  columns: { date_histogram: { field: '@timestamp', fixed_interval: interval, time_zone: zone }, aggs: sum },
});

const asked = { filters, before: periodBefore(filters), by: undefined, pagesBy: pages.api.by[0] };
const ofSummaries = pages.api.panels.flatMap((panel) =>
  questionOf(panel, asked)
    .searches.map(searchOf)
    .filter((search) => JSON.stringify(search.body.query).includes('"summary"'))
    .map((search) => [panel.id, search] as const),
);

test.each(ofSummaries)('%s comes to the same by half hours', (_, { body }) => {
  expect(addsUpByHalfHours(body.aggs, [period])).toBe(true);
});

test('most of the page does, and the overview’s agent API', () => {
  expect(ofSummaries.length).toBeGreaterThan(6);
  expect(addsUpByHalfHours(apiSearch(filters).body.aggs, [period])).toBe(true);
});

test.each([
  ['the number of documents', { all: { filter: { match_all: {} } } }],
  ['the documents themselves', { all: { top_hits: {} } }],
  ['an average of documents', { all: { avg: { field: 'timeMillis.avg' } } }],
  ['groups with the most documents', { all: { terms: { field: 'name' }, aggs: sum } }],
  [
    'groups in the order of documents',
    { all: { terms: { field: 'name', order: [{ _count: 'desc' }] }, aggs: sum } },
  ],
  ['columns of a quarter of an hour', overTime('15m', 'UTC')],
  ['hours of Nepal', overTime('1h', 'Asia/Kathmandu')],
  ['hours of Chatham', overTime('6h', 'Pacific/Chatham')],
  [
    'what is cut within a half hour',
    { some: { filter: during('2026-03-02T10:10:00.000Z', period.lt), aggs: sum } },
  ],
])('%s needs the summaries', (_, aggs) => {
  expect(addsUpByHalfHours(aggs, [period])).toBe(false);
});

test.each([
  ['hours of India', overTime('1h', 'Asia/Kolkata')],
  ['hours of Lord Howe', overTime('1h', 'Australia/Lord_Howe')],
  [
    'what is cut at a half hour',
    { some: { filter: during('2026-03-02T10:30:00.000Z', period.lt), aggs: sum } },
  ],
])('%s do not', (_, aggs) => {
  expect(addsUpByHalfHours(aggs, [period])).toBe(true);
});

test('in a zone of half hours every column begins with one', () => {
  const begin = Date.parse('2025-01-01T00:00:00Z');
  const instant = fc.integer({ min: begin, max: begin + 400 * 86_400_000 });
  const zones = [
    'Europe/Lisbon',
    'Asia/Kolkata',
    'Australia/Adelaide',
    'Australia/Lord_Howe',
    'America/Sao_Paulo',
  ];
  const others = ['Asia/Kathmandu', 'Pacific/Chatham', 'Australia/Eucla'];
  fc.assert(
    fc.property(instant, instant, fc.constantFrom(...zones, ...others), (a, b, zone) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b) + 4 * halfHourMillis];
      const range = { from: new Date(from).toISOString(), to: new Date(to).toISOString(), zone };
      const interval = chooseInterval(from, to, 200);
      const aggs = { columns: { ...histogram(interval, zone), aggs: sum } };
      if (!addsUpByHalfHours(aggs, [{ gte: range.from, lt: range.to }])) return;
      expect(others).not.toContain(zone);
      for (const at of columnTimes(range, interval)) expect(at % halfHourMillis).toBe(0);
    }),
    { numRuns: 60 },
  );
});
