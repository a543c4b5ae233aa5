import { expect, test } from 'vitest';
import { defaultLimits } from '../../model/quality/limits.ts';
import { canSplit } from '../../model/query/documents-know.ts';
import { judgeFigure } from '../judge-figure.ts';
import { poorCalls } from '../measures/calls.ts';
import { coverage } from '../measures/coverage.ts';
import type { Measure } from '../measures/measure.ts';
import type { Panel } from '../panels/panel.ts';
import { splitNames } from '../split-names.ts';
import { pages } from './pages.ts';

const all = Object.values(pages).flatMap((page) =>
  page.panels.map((panel): [string, Panel, (typeof pages)['business']] => [
    `${page.id}/${panel.id}`,
    panel,
    page,
  ]),
);

function sourcesOf(panel: Panel): readonly Pick<Measure, 'index' | 'among'>[] {
  if (panel.kind === 'distribution') return panel.series;
  if (panel.kind === 'contacts') return [{ index: 'connect-contacts', among: panel.among }];
  return panel.kind === 'heatMap' ? [panel.measure] : panel.measures;
}

/** Of other documents, which another search answers. */
const besideOf = (panel: Panel) => ('beside' in panel ? panel.beside : undefined) ?? [];

test('panels are told apart within their page', () => {
  for (const page of Object.values(pages)) {
    const ids = page.panels.map(({ id }) => id);
    expect([page.id, new Set(ids).size]).toEqual([page.id, ids.length]);
    for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9-]*$/);
  }
});

test.each(all)('%s: one search can answer it', (_, panel, page) => {
  const sources = sourcesOf(panel).map(({ index, among = [] }) => ({ index, among }));
  expect(new Set(sources.map((source) => JSON.stringify(source))).size).toBe(1);
  const [{ index } = {}] = sources;
  const splits =
    panel.kind === 'breakdown' ? [panel.by] : panel.kind === 'overTime' && panel.split ? [panel.split] : [];
  for (const split of splits.map((by) => (by === 'chosen' ? page.by[0] : by))) {
    expect(index && canSplit(index, split)).toBe(true);
    expect(splitNames[split].one).not.toBe('');
  }
  if (panel.kind === 'breakdown') expect(panel.measures).toContain(panel.orderBy);
  const others = besideOf(panel).map(({ index, among = [] }) => JSON.stringify([index, among]));
  expect(new Set(others).size).toBeLessThanOrEqual(1);
  for (const measure of besideOf(panel)) {
    expect(measure.index).not.toBe(index);
    if (panel.kind === 'breakdown')
      expect(canSplit(measure.index, panel.by === 'chosen' ? page.by[0] : panel.by)).toBe(true);
    if (panel.kind === 'overTime') expect(panel.split).toBeUndefined();
  }
});

test.each(all.filter(([, panel]) => panel.kind === 'distribution'))(
  '%s: buckets of one scale',
  (_, panel) => {
    const series = panel.kind === 'distribution' ? panel.series : [];
    for (const { counts, unit } of series) {
      expect({ buckets: counts.buckets, unit }).toEqual({
        buckets: series[0]?.counts.buckets,
        unit: series[0]?.unit,
      });
    }
  },
);

test('the shares of poor calls and of contacts with statistics are drawn against the targets by which they are judged', () => {
  const limits = { ...defaultLimits, poorCallsTargetPercent: 3 };
  const targets = all.flatMap(([, panel]) =>
    panel.kind === 'overTime' ? (panel.target?.(limits) ?? []) : [],
  );
  expect(targets).toEqual([3, 95]);
  expect(judgeFigure(coverage, { value: 94, restsOn: 100 }, limits)).toBe('fair');
  expect(judgeFigure(poorCalls, { value: 4, restsOn: 100 }, limits)).toBe('fair');
});

test('a heat map is of what adds up', () => {
  const maps = all.flatMap(([, panel]) => (panel.kind === 'heatMap' ? [panel.measure.formula.kind] : []));
  expect(maps.length).toBeGreaterThan(5);
  expect(maps).not.toContain('valuePercentile');
});

test('a measure’s id is one measure’s, on whichever page it stands', () => {
  const byId = new Map<string, Measure>();
  for (const [, panel] of all) {
    const measures = panel.kind === 'heatMap' ? [panel.measure] : 'measures' in panel ? panel.measures : [];
    for (const measure of [...measures, ...besideOf(panel)]) {
      expect(byId.get(measure.id) ?? measure).toBe(measure);
      byId.set(measure.id, measure);
    }
  }
  expect(byId.size).toBeGreaterThan(5);
});
