import { defaultLimits } from '../../../model/quality/limits.ts';
import type { Measure } from '../../measures/measure.ts';
import { asComputed } from './unit.ts';

/** Readable as text on white and on black, and told apart by those who see no red. */
export const ratingColours = { good: '#1F8A70', fair: '#AD6F00', poor: '#D13438', unclassified: '#7A8599' };

/** Told apart by the colour-blind; the palette of OpenSearch Dashboards itself. */
export const lineColours = ['#6092C0', '#9170B8', '#54B399', '#D36086', '#B9A888', '#DA8B45'] as const;

export type ColourRule = {
  readonly id: string;
  readonly operator: 'gt' | 'lt';
  readonly value: number;
  readonly rating: 'fair' | 'poor';
};

/**
 * From where on a figure of the measure is fair and poor; the last rule that holds counts. The limits are those of the
 * table in model/quality/limits.ts: a deployment that overrides them writes its own export.
 */
export function colourRules({ id, unit, better, limits }: Measure): readonly ColourRule[] {
  const bounds = limits?.(defaultLimits);
  if (!bounds) return [];
  const operator = better === 'higher' ? 'lt' : 'gt';
  return (['fair', 'poor'] as const).map((rating) => ({
    id: `${id}-${rating}`,
    operator,
    value: asComputed(unit, bounds[rating]),
    rating,
  }));
}
