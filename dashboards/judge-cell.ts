import type { QualityLimits } from '../model/quality/limits.ts';
import type { Rating } from '../model/quality/rating.ts';
import type { Figure } from '../model/query/figure.ts';
import { isPartOfCount } from './alerts/alert-measures.ts';
import { logTailOf } from './chance.ts';
import { fewestInColumn, judgeFigure } from './judge-figure.ts';
import type { Measure } from './measures/measure.ts';

/**
 * What is less probable than this, as a natural logarithm, is beyond chance. A week has 168 hours: of as many that are just
 * at a limit chance alone accuses one in six weeks.
 */
export const leastChance = Math.log(1e-3);

/**
 * Good, fair or poor of one cell of many, which people look through for the colours. A share is fair or poor only where
 * it is beyond that limit by more than chance explains: where one call in ten may be poor, 3 of 20 are no news, 6 of 6
 * are. What is beyond a limit perhaps is neither good nor bad.
 */
export function judgeCell(measure: Measure, figure: Figure, limits: QualityLimits): Rating {
  const rating = judgeFigure(measure, figure, limits);
  const bounds = measure.limits?.(limits);
  if (!bounds || !isPartOfCount(measure) || figure.restsOn < fewestInColumn) return rating;
  if (isSurelyBeyond(measure, figure, bounds.poor)) return 'poor';
  if (isSurelyBeyond(measure, figure, bounds.fair)) return 'fair';
  return rating === 'good' ? 'good' : 'unclassified';
}

function isSurelyBeyond({ better }: Measure, { value, restsOn }: Figure, bound: number): boolean {
  if (value === null) return false;
  const [share, allowed] = better === 'higher' ? [100 - value, 100 - bound] : [value, bound];
  return logTailOf(Math.round((share / 100) * restsOn), restsOn, allowed / 100) < leastChance;
}
