import { judgeCell } from '../../../dashboards/judge-cell.ts';
import type { Measure } from '../../../dashboards/measures/measure.ts';
import {
  allMeasures,
  type BreakdownPanel,
  type FiguresPanel,
  type HeatMapPanel,
  type OverTimePanel,
} from '../../../dashboards/panels/panel.ts';
import type { SplitNames } from '../../../dashboards/split-names.ts';
import type { QualityLimits } from '../../../model/quality/limits.ts';
import type { AnswerOf } from '../../../model/query/page.ts';
import { mostOf } from '../panels/breakdown-rows.ts';
import { boundNames } from '../words/bound-names.ts';
import { formatCount, formatPercent } from '../words/format-figure.ts';
import { makeTimeFormat, viewerZone } from '../words/format-time.ts';
import { splitValueName } from '../words/value-name.ts';
import { hourNames, weekdayNames } from '../words/weekdays.ts';
import { cellOf, columnOf } from './measure-column.ts';
import { type PanelTable, textCell } from './panel-table.ts';

const time = makeTimeFormat(viewerZone);

/** A row per measure: now and before. */
export function tableOfFigures(
  { measures }: Pick<FiguresPanel, 'measures'>,
  { now, before }: Pick<AnswerOf<'figures'>, 'now' | 'before'>,
  limits: QualityLimits,
): PanelTable {
  return {
    columns: [
      { name: 'Measure' },
      { name: 'Now', restsOn: 'rests on' },
      { name: 'Before', restsOn: 'rests on' },
    ],
    rows: measures.map((measure) => [
      textCell(measure.name),
      { restsOn: now[measure.id]?.restsOn ?? 0, ...cellOf(measure, now[measure.id], limits) },
      { restsOn: before[measure.id]?.restsOn ?? 0, ...cellOf(measure, before[measure.id], limits) },
    ]),
  };
}

/** A row per column of the picture. */
export function tableOfOverTime(
  { measures, split }: Pick<OverTimePanel, 'measures' | 'split'>,
  { times, series }: Pick<AnswerOf<'overTime'>, 'times' | 'series'>,
  limits: QualityLimits,
): PanelTable {
  const lines = series.flatMap(({ key, columns }) =>
    measures.map((measure) => ({
      measure,
      of: split ? splitValueName(split, key) : '',
      column: columns[measure.id],
    })),
  );
  return {
    columns: [{ name: 'Time' }, ...lines.map(({ measure, of }) => columnOf(measure, of))],
    rows: times.map((at, i) => [
      { text: time.dayAndTime(at), value: at },
      ...lines.map(({ measure, column }) =>
        cellOf(measure, { value: column?.values[i] ?? null, restsOn: column?.restsOn[i] ?? 0 }, limits),
      ),
    ]),
  };
}

/** A row per group, in the order in which they are shown. */
export function tableOfBreakdown(
  panel: Omit<BreakdownPanel, 'kind' | 'by'>,
  { by, groups }: Pick<AnswerOf<'breakdown'>, 'by' | 'groups'>,
  limits: QualityLimits,
  names: SplitNames,
): PanelTable {
  const { orderBy, compare } = panel;
  const measures = allMeasures(panel);
  const most = mostOf(orderBy, groups);
  const barOf = (measure: Measure, value: number | null | undefined) =>
    measure === orderBy && most > 0 ? { bar: Math.min(1, (value ?? 0) / most) } : {};
  return {
    columns: [
      { name: names[by].one },
      ...measures.map((measure) => columnOf(measure)),
      ...(compare ? measures.map((measure) => columnOf(measure, 'Before')) : []),
    ],
    rows: groups.map(({ key, now, before }) => [
      textCell(splitValueName(by, key)),
      ...measures.map((measure) => ({
        ...cellOf(measure, now[measure.id], limits),
        ...barOf(measure, now[measure.id]?.value),
      })),
      ...(compare ? measures.map((measure) => cellOf(measure, before?.[measure.id], limits)) : []),
    ]),
  };
}

/** A row per bucket: how many fell into it, and which share of all that is. */
export function tableOfDistribution({ unit, bounds, series }: AnswerOf<'distribution'>): PanelTable {
  return {
    columns: [
      { name: 'From … to' },
      ...series.flatMap(({ name }) => [{ name }, { name: `${name}: share`, unit: '%' }]),
    ],
    rows: boundNames(unit, bounds).map((name, i) => [
      textCell(name),
      ...series.flatMap(({ counts, restsOn }) => {
        const count = counts[i] ?? 0;
        const share = restsOn > 0 ? (100 * count) / restsOn : undefined;
        return [
          { text: formatCount(count), value: count },
          { text: share === undefined ? '–' : formatPercent(share), value: share, bar: (share ?? 0) / 100 },
        ];
      }),
    ]),
  };
}

/** A row per weekday, a column per hour. */
export function tableOfHeatMap(
  { measure }: HeatMapPanel,
  { values, restsOn }: AnswerOf<'heatMap'>,
  limits: QualityLimits,
): PanelTable {
  return {
    columns: [{ name: 'Weekday' }, ...hourNames.map((hour) => ({ ...columnOf(measure), name: hour }))],
    rows: weekdayNames.map((day, d) => [
      textCell(day),
      ...hourNames.map((_, h) => {
        const figure = { value: values[d]?.[h] ?? null, restsOn: restsOn[d]?.[h] ?? 0 };
        return { ...cellOf(measure, figure, limits), rating: judgeCell(measure, figure, limits) };
      }),
    ]),
  };
}
