import type { Sample } from '../../model/quality/sample.ts';
import type { DirectionView } from './call-view.ts';

/** A figure as it is written; undefined where nothing was measured: that is no 0. */
export function written(value: number | undefined, unit: string, decimals = 0): string | undefined {
  if (value === undefined) return undefined;
  if (value === 0) return `0 ${unit}`;
  const least = 10 ** -decimals;
  return `${Math.abs(value) < least ? `< ${least}` : value.toFixed(decimals)} ${unit}`;
}

/** A mean opinion score as it is written. */
export function writtenScore(mos: number | undefined): string {
  return mos === undefined ? '–' : mos.toFixed(1);
}

/** Percent of one second's packets that were lost; null where it was not measured. */
export function lossOfSecond(direction: 'toAgent' | 'fromAgent') {
  return ({ packetsLost, packetsCount }: Sample): number | null => {
    if (packetsLost === null || packetsCount === null) return null;
    const all = direction === 'toAgent' ? packetsLost + packetsCount : packetsCount;
    return all > 0 ? Math.min(100, Math.max(0, (100 * packetsLost) / all)) : null;
  };
}

/** One value per second over several windows. */
export function secondsOf(
  views: readonly (DirectionView | undefined)[],
  value: (sample: Sample) => number | null,
): (number | null)[] {
  return views.flatMap((view) => view?.samples.map(value) ?? []);
}

/** Minutes and seconds. */
export function clockTime(millis: number): string {
  const seconds = Math.max(0, Math.floor(millis / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
