import { judgeColumn } from '../../../dashboards/judge-figure.ts';
import type { Measure } from '../../../dashboards/measures/measure.ts';
import type { QualityLimits } from '../../../model/quality/limits.ts';
import type { Column } from '../../../model/query/overview.ts';
import type { LimitBounds } from '../charts/limit-marks.ts';
import type { OverTime } from '../charts/over-time-option.ts';
import { scaleOf } from '../charts/scales.ts';
import { formatTick, formatValue } from '../words/format-figure.ts';
import { makeTimeFormat, viewerZone } from '../words/format-time.ts';

const time = makeTimeFormat(viewerZone);

type Columns = {
  /** When each column begins, and when the last one ends: instants. */
  readonly times: readonly string[];
  readonly to: string;
  readonly column: Column | undefined;
  /** What stands below it: how much there was. */
  readonly volume: { readonly name: string; readonly counts: readonly number[] };
  /** Where the measure should stay, where somebody said so. */
  readonly target?: number | undefined;
};

/** One measure's columns as a picture takes them. */
export function overTimeOf(
  measure: Measure,
  { times, to, column, volume, target }: Columns,
  limits: QualityLimits,
): OverTime {
  const values = column?.values ?? [];
  return {
    name: measure.name,
    times: times.map((at) => Date.parse(at)),
    end: Date.parse(to),
    values,
    ratings: values.map((value, i) =>
      judgeColumn(measure, { value, restsOn: column?.restsOn[i] ?? 0 }, limits),
    ),
    asColumns: measure.unit === 'percent' || measure.unit === 'count',
    hasLimits: measure.limits !== undefined,
    volumeName: volume.name,
    volumes: volume.counts,
    limits: boundsOf(measure, limits),
    target,
    scale: scaleOf(measure.unit, measure.limits !== undefined),
    format: (value) => formatValue(measure.unit, value),
    formatTick: (value) => formatTick(measure.unit, value),
    formatTime: stretchWords,
  };
}

/** A measure's limits, and on which side of them is good; undefined where it has none. */
export function boundsOf(measure: Measure, limits: QualityLimits): LimitBounds | undefined {
  const bounds = measure.limits?.(limits);
  return bounds && { ...bounds, better: measure.better === 'higher' ? 'higher' : 'lower' };
}

/** A column's time, from epoch milliseconds. */
export function stretchWords(from: number, to: number): string {
  return time.stretch(new Date(from).toISOString(), new Date(to).toISOString());
}
