import type { Unit } from '../../measures/measure.ts';

/** How TSVB writes figures of a unit: numeral.js patterns, and what stands around the number. */
export const formats: Readonly<
  Record<Unit, { readonly formatter: string; readonly value_template: string }>
> = {
  count: { formatter: '0,0', value_template: '{{value}}' },
  percent: { formatter: '0.0%', value_template: '{{value}}' },
  mos: { formatter: '0.00', value_template: '{{value}}' },
  milliseconds: { formatter: '0,0', value_template: '{{value}} ms' },
  seconds: { formatter: '0,0', value_template: '{{value}} s' },
};

/** What stands behind a panel's title. */
export const unitNames: Readonly<Record<Unit, string>> = {
  count: 'number',
  percent: '%',
  mos: '1 to 4.4',
  milliseconds: 'ms',
  seconds: 's',
};

/** A figure as TSVB computes it: percent are fractions there. */
export const asComputed = (unit: Unit, value: number): number => (unit === 'percent' ? value / 100 : value);
