import { formatValue } from '../../../dashboards/format-value.ts';
import type { Measure, Unit } from '../../../dashboards/measures/measure.ts';
import type { Figure } from '../../../model/query/figure.ts';

export { formatPercent, formatValue, notMeasured } from '../../../dashboards/format-value.ts';

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
/** Between a figure and its unit: they stay on one line. */
const space = '\u00a0';

export function formatFigure(measure: Measure, figure: Figure | undefined): string {
  return formatValue(measure.unit, figure?.value);
}

/** `of 1,204 judged calls` */
export function formatRestsOn(measure: Measure, figure: Figure | undefined): string {
  return `of ${formatCount(figure?.restsOn ?? 0)} ${measure.restsOn}`;
}

export function formatCount(count: number): string {
  return whole.format(count);
}

/** For an axis, whose ticks are round: no decimals where there are none to show. */
export function formatTick(unit: Unit, value: number): string {
  if (unit === 'percent') return `${value}${space}%`;
  if (unit === 'seconds' && value === 0) return `0${space}s`;
  return unit === 'milliseconds' && value === 0 ? `0${space}ms` : formatValue(unit, value);
}
