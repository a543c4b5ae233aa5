import type { Measure, Unit } from '../../../dashboards/measures/measure.ts';
import type { Figure } from '../../../model/query/figure.ts';

/** What stands where nothing was measured. Never a 0. */
export const notMeasured = '–';

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const one = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const two = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** Between a figure and its unit: they stay on one line. */
const space = '\u00a0';

/** A value with its unit: `12.3 %`, `4.21`, `180 ms`, `2.4 s`, `1,204`. */
export function formatValue(unit: Unit, value: number | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return notMeasured;
  switch (unit) {
    case 'count':
      return whole.format(value);
    case 'percent':
      return formatPercent(value);
    case 'mos':
      return two.format(value);
    case 'milliseconds':
      return formatMillis(value);
  }
}

/** Small shares keep a second decimal, so that 0.04 % does not read as none; a true none has no decimals. */
export function formatPercent(value: number): string {
  if (value === 0) return `0${space}%`;
  if (value < 1) return value < 0.01 ? `<${space}0.01${space}%` : `${two.format(value)}${space}%`;
  return value < 99.95 ? `${one.format(value)}${space}%` : `${whole.format(value)}${space}%`;
}

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
  return unit === 'percent' ? `${value}${space}%` : formatValue(unit, value);
}

function formatMillis(value: number): string {
  if (value < 10) return `${one.format(value)}${space}ms`;
  return value < 1000 ? `${whole.format(value)}${space}ms` : `${one.format(value / 1000)}${space}s`;
}
