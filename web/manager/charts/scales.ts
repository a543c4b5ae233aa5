import type { Unit } from '../../../dashboards/measures/measure.ts';

/** Where a scale begins and ends; a function is asked with what there is to show. */
export type Scale = { readonly min: number; readonly max?: number | ((extent: { max: number }) => number) };

/** MOS is a scale of its own, and nothing is more than all. */
export const scales: Readonly<Record<Unit, Scale>> = {
  count: { min: 0 },
  milliseconds: { min: 0 },
  mos: { min: 1, max: 4.5 },
  seconds: { min: 0 },
  percent: { min: 0, max: ({ max }) => (max > 80 ? 100 : Math.max(10, Math.ceil(max / 10) * 10)) },
};
