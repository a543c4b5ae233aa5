import type { Unit } from '../../../dashboards/measures/measure.ts';

/** Where a scale begins and ends, and how near ticks may be; a function is asked with what there is to show. */
export type Scale = {
  readonly min: number;
  readonly max?: number | ((extent: { max: number }) => number);
  readonly minInterval?: number;
  readonly splitNumber?: number;
};

/**
 * MOS is a scale of its own, and nothing is more than all. Of calls there are no halves: ticks between whole ones would
 * be named like their neighbours.
 */
const scales: Readonly<Record<Unit, Scale>> = {
  count: { min: 0, minInterval: 1 },
  milliseconds: { min: 0 },
  mos: { min: 1, max: 4.5 },
  seconds: { min: 0 },
  percent: percentScale([10, 20, 40, 60, 100]),
};

/** Of a measure: a share that nobody judges may be a small one, which would lie flat on the floor of 10 %. */
export function scaleOf(unit: Unit, hasLimits: boolean): Scale {
  return unit === 'percent' && !hasLimits ? percentScale([1, 2, 4, 10, 20, 40, 60, 100]) : scales[unit];
}

/** Where it may end: each is two round steps, so that its end is no tick right above another. */
function percentScale(ends: readonly number[]): Scale {
  return { min: 0, max: ({ max }) => ends.find((end) => max <= end) ?? 100, splitNumber: 2 };
}
