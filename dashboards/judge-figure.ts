import type { QualityLimits } from '../model/quality/limits.ts';
import type { Rating } from '../model/quality/rating.ts';
import type { Figure } from '../model/query/figure.ts';
import type { Measure } from './measures/measure.ts';

/**
 * Good, fair or poor by the measure's limits; `unclassified` where nothing was measured, where it rests on too few,
 * or where the measure has no limits.
 */
export function judgeFigure(measure: Measure, figure: Figure | undefined, limits: QualityLimits): Rating {
  const bounds = measure.limits?.(limits);
  const value = figure?.value ?? null;
  if (!bounds || !figure || value === null || figure.restsOn < measure.minimumCount) return 'unclassified';
  const worse = (bound: number) => (measure.better === 'higher' ? value < bound : value > bound);
  if (worse(bounds.poor)) return 'poor';
  return worse(bounds.fair) ? 'fair' : 'good';
}

/** A column of a picture stands beside its neighbours, so it may rest on less than a figure that stands alone. */
export const fewestInColumn = 5;

/** The same for one column of a picture over time. */
export function judgeColumn(measure: Measure, figure: Figure, limits: QualityLimits): Rating {
  return judgeFigure({ ...measure, minimumCount: fewestInColumn }, figure, limits);
}
