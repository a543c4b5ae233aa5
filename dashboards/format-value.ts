import type { Unit } from './measures/measure.ts';

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
    case 'seconds':
      return formatSeconds(value);
  }
}

/** Small shares keep a second decimal, so that 0.04 % does not read as none; a true none has no decimals. */
export function formatPercent(value: number): string {
  if (value === 0) return `0${space}%`;
  if (value < 1) return value < 0.01 ? `<${space}0.01${space}%` : `${two.format(value)}${space}%`;
  return value < 99.95 ? `${one.format(value)}${space}%` : `${whole.format(value)}${space}%`;
}

/** People talk for minutes: `8.2 s`, `44 s`, `3:05 min`. */
function formatSeconds(value: number): string {
  if (value < 10) return `${one.format(value)}${space}s`;
  const seconds = Math.round(value);
  if (seconds < 60) return `${seconds}${space}s`;
  return `${whole.format(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}${space}min`;
}

function formatMillis(value: number): string {
  if (value < 10) return `${one.format(value)}${space}ms`;
  return value < 1000 ? `${whole.format(value)}${space}ms` : `${one.format(value / 1000)}${space}s`;
}
