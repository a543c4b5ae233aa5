import type { Measure } from '../../measures/measure.ts';

/** What the figures of a panel mean, in the measures' own words. */
export function meaningOf(measures: readonly Measure[]): string {
  return measures.map(({ name, means }) => (measures.length > 1 ? `${name}: ${means}` : means)).join('\n\n');
}
