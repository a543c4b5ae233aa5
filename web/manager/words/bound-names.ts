import type { Unit } from '../../../dashboards/measures/measure.ts';
import { formatTick } from './format-figure.ts';

/**
 * The buckets between bounds in words: `up to 50 ms`, `50 ms–100 ms`, `above 100 ms`.
 *
 * @param bounds upper bounds, ascending; a last bucket has none
 */
export function boundNames(unit: Unit, bounds: readonly number[]): string[] {
  const text = (bound: number) => formatTick(unit, bound);
  const between = bounds.map((bound, i) => {
    const below = bounds[i - 1];
    return below === undefined ? `up to ${text(bound)}` : `${text(below)}–${text(bound)}`;
  });
  const last = bounds.at(-1);
  return last === undefined ? ['any'] : [...between, `above ${text(last)}`];
}
