import type { DirectionFigures } from '../../../model/documents/direction-figures.ts';
import { formatValue } from '../words/format-figure.ts';

/** What was measured of one direction; of what could not be judged no figure that would look like a judgement. */
export function directionWords(figures: DirectionFigures): string {
  if (figures.rating === 'unclassified') return 'Too little audio to judge.';
  return [
    `MOS ${formatValue('mos', figures.mos?.avg)}`,
    `loss ${formatValue('percent', figures.packetsLostPercent)}`,
    `round trip ${formatValue('milliseconds', figures.roundTripTimeMillis?.avg)}`,
    `jitter ${formatValue('milliseconds', figures.jitterMillis?.avg)}`,
  ].join(' · ');
}
