import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Router } from 'wouter';
import type { Measure } from '../../../dashboards/measures/measure.ts';
import { pages } from '../../../dashboards/pages/pages.ts';
import type { Page, Panel } from '../../../dashboards/panels/panel.ts';
import { defaultLimits as limits } from '../../../model/quality/limits.ts';
import type { Figures } from '../../../model/query/figure.ts';
import type { PanelAnswer } from '../../../model/query/page.ts';
import { everything } from '../state/view.ts';
import { isCount } from '../tables/measure-column.ts';
import { AnyPanel } from './AnyPanel.tsx';

const period = { from: '2026-11-11T00:00:00.000Z', to: '2026-11-18T00:00:00.000Z' };
const around = {
  ...period,
  before: period,
  limits,
  view: everything,
  wide: new Set<string>(),
  failed: {},
  partial: [] as string[],
};
const all = Object.values(pages).flatMap((page) =>
  page.panels.map((panel): [string, Panel, Page] => [`${page.id}/${panel.id}`, panel, page]),
);

/** An answer in which every figure rests on so many; with none nothing was measured. */
function answerOf(panel: Panel, page: Page, restsOn: number): PanelAnswer {
  const value = restsOn > 0 ? 3 : null;
  const ignoredFilters = ['rating'];
  const figures = (measures: readonly Measure[]): Figures =>
    Object.fromEntries(measures.map(({ id }) => [id, { value, restsOn }]));
  const column = { values: [value], restsOn: [restsOn] };
  switch (panel.kind) {
    case 'figures':
      return {
        kind: 'figures',
        now: figures(panel.measures),
        before: figures(panel.measures),
        ignoredFilters,
      };
    case 'overTime': {
      const columns = Object.fromEntries(panel.measures.map(({ id }) => [id, column]));
      const series = [{ key: panel.split ? 'one' : null, columns }];
      return { kind: 'overTime', interval: '1d', times: [period.from], series, ignoredFilters };
    }
    case 'breakdown': {
      const by = panel.by === 'chosen' ? page.by[0] : panel.by;
      const groups = restsOn > 0 ? [{ key: 'one', now: figures(panel.measures), before: null }] : [];
      return { kind: 'breakdown', by, groups, more: false, ignoredFilters };
    }
    case 'distribution': {
      const { unit, counts } = panel.series[0];
      const { bounds } = counts.buckets;
      const series = panel.series.map(({ id, name }) => ({
        id,
        name,
        counts: [restsOn, ...bounds.map(() => 0)],
        restsOn,
      }));
      return { kind: 'distribution', unit, bounds: [...bounds], series, ignoredFilters };
    }
    case 'contacts': {
      const contact = {
        contactId: 'c0ffee00-0000-4000-8000-000000000001',
        initiatedAt: period.from,
        agent: 'ana.silva',
      };
      const contacts = restsOn > 0 ? [contact] : [];
      return { kind: 'contacts', total: restsOn, contacts, ignoredFilters };
    }
    case 'heatMap': {
      const week = <Value,>(one: Value) => Array.from({ length: 7 }, () => Array<Value>(24).fill(one));
      return {
        kind: 'heatMap',
        measure: panel.measure.id,
        values: week(value),
        restsOn: week(restsOn),
        ignoredFilters,
      };
    }
  }
}

type More = {
  readonly failed?: Record<string, string>;
  readonly partial?: string[];
  readonly isLoading?: boolean;
  /** What came; by default what the API would answer. */
  readonly answer?: 'none';
};

function draw(panel: Panel, page: Page, restsOn: number, more: More = {}): string {
  const answer = more.failed || more.answer === 'none' ? undefined : answerOf(panel, page, restsOn);
  return renderToString(
    <Router ssrPath={`/${page.id}`} ssrSearch="range=7d">
      <AnyPanel
        panel={panel}
        answer={answer}
        around={{ ...around, ...more }}
        chooser={null}
        isLoading={more.isLoading ?? false}
        onRetry={() => {}}
      />
    </Router>,
  );
}

test.each(all)('%s is drawn, says what it answers, and gives its figures away', (_, panel, page) => {
  const html = draw(panel, page, 500);
  for (const words of [panel.title, 'download as CSV', 'download as PNG', 'Not narrowed by']) {
    expect(html).toContain(words);
  }
  expect(html).not.toMatch(/NaN|undefined|Infinity/);
});

test.each(all)('%s says why it could not be answered, and offers to try again', (_, panel, page) => {
  const html = draw(panel, page, 500, { failed: { [panel.id]: 'Too much to do.' } });
  for (const words of [panel.title, 'Too much to do.', 'Try again']) expect(html).toContain(words);
  expect(html).not.toContain('download as');
});

test.each(all)('%s says that it is a part, on the page and in its files', (_, panel, page) => {
  const html = draw(panel, page, 500, { partial: [panel.id] });
  for (const words of ['Partial.', `${panel.title} (partial): download as CSV`])
    expect(html).toContain(words);
  expect(draw(panel, page, 500, { partial: ['another'] })).not.toContain('artial');
});

test.each(all)('%s says so where there is nothing, and calls nothing good', (_, panel, page) => {
  const html = draw(panel, page, 0);
  expect(html).toContain('Nothing in this time.');
  expect(html).not.toMatch(/class="[^"]*\bgood\b/);
});

const drawnOverTime = all.filter(
  ([, panel]) => panel.kind === 'overTime' && panel.measures.every((one) => !isCount(one)),
);

test.each(drawnOverTime)('%s is no empty picture where there are only gaps', (_, panel, page) => {
  expect(draw(panel, page, 500)).not.toMatch(/Too few to draw|Nothing was measured/);
  const isAlone = panel.kind === 'overTime' && panel.measures.length === 1 && !panel.split;
  // A column of few is drawn grey; a line through few would look like news.
  if (!isAlone) expect(draw(panel, page, 1)).toContain('Too few to draw');
  expect(draw(panel, page, 1)).toContain('As a table');
});

test.each(all)('%s is loading while its answer is on its way, and only then', (_, panel, page) => {
  const [coming, gone] = [true, false].map((isLoading) =>
    draw(panel, page, 500, { answer: 'none', isLoading }),
  );
  expect(coming).toContain('role="status"');
  expect(coming).not.toContain('different versions');
  expect(gone).toContain('different versions');
});
