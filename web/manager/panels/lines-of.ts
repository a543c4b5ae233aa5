import { fewestInColumn } from '../../../dashboards/judge-figure.ts';
import type { Measure } from '../../../dashboards/measures/measure.ts';
import type { OverTimePanel } from '../../../dashboards/panels/panel.ts';
import type { QualityLimits } from '../../../model/quality/limits.ts';
import type { AnswerOf } from '../../../model/query/page.ts';
import type { Line, Lines, LinesLane } from '../charts/lines-option.ts';
import type { Mode } from '../charts/palette.ts';
import { scaleOf } from '../charts/scales.ts';
import { seriesColor } from '../charts/series-colors.ts';
import { isCount } from '../tables/measure-column.ts';
import { formatTick, formatValue } from '../words/format-figure.ts';
import { splitValueName } from '../words/value-name.ts';
import { boundsOf, stretchWords } from './over-time-of.ts';

type Answer = Pick<AnswerOf<'overTime'>, 'times' | 'series'>;

/**
 * A line per value of the split where there is one, else a line per measure; measures of one unit share a lane, but for those
 * that stand beside: they are of something else.
 */
export function linesOf(
  {
    measures: own,
    beside = [],
    split,
    target,
  }: Pick<OverTimePanel, 'measures' | 'beside' | 'split' | 'target'>,
  { times, series }: Answer,
  { to, limits, mode }: { readonly to: string; readonly limits: QualityLimits; readonly mode: Mode },
): Lines {
  const measures = [...own, ...beside];
  const lineOf = (measure: Measure, { key, columns }: Answer['series'][number], i: number): Line => ({
    name: split ? splitValueName(split, key) : measure.name,
    color: seriesColor(mode, split ? i : measures.indexOf(measure)),
    values: columns[measure.id]?.values ?? [],
    restsOn: columns[measure.id]?.restsOn ?? [],
    fewest: isCount(measure) ? 0 : Math.min(fewestInColumn, measure.minimumCount),
  });
  return {
    times: times.map((at) => Date.parse(at)),
    end: Date.parse(to),
    lanes: [...byUnit(own), ...byUnit(beside)].map((its, i) => {
      const lines = its.flatMap((measure) => series.map((one, i) => lineOf(measure, one, i)));
      // A target is of the panel's first measure.
      return { ...laneOf(its, lines, limits), target: i === 0 ? target?.(limits) : undefined };
    }),
    formatTime: stretchWords,
  };
}

function byUnit(measures: readonly Measure[]): readonly (readonly Measure[])[] {
  const units = [...new Set(measures.map(({ unit }) => unit))];
  return units.map((unit) => measures.filter((measure) => measure.unit === unit));
}

function laneOf(measures: readonly Measure[], lines: readonly Line[], limits: QualityLimits): LinesLane {
  const unit = measures[0]?.unit ?? 'count';
  return {
    lines,
    scale: scaleOf(
      unit,
      measures.some((measure) => measure.limits !== undefined),
    ),
    bounds: sharedBounds(measures, limits),
    format: (value) => formatValue(unit, value),
    formatTick: (value) => formatTick(unit, value),
  };
}

/** Shaded only where all measures of a lane are judged alike. */
function sharedBounds(measures: readonly Measure[], limits: QualityLimits) {
  const [first, ...rest] = measures.map((measure) => boundsOf(measure, limits));
  return rest.every((other) => other?.fair === first?.fair && other?.poor === first?.poor)
    ? first
    : undefined;
}

/** Whether a line has gaps where there was something, but too little to draw. */
export function hasGapsOfFew({ lanes }: Lines): boolean {
  const lines = lanes.flatMap((lane) => lane.lines);
  return lines.some(({ restsOn, fewest }) => restsOn.some((count) => count > 0 && count < fewest));
}
