import type { Measure } from '../../../dashboards/measures/measure.ts';
import type { Figure } from '../../../model/query/figure.ts';
import { formatValue } from './format-figure.ts';

export type Change = { readonly text: string; readonly worse: boolean | undefined };

/** How a figure moved since the period before; undefined where either rests on too little to compare. */
export function changeOf(
  measure: Measure,
  now: Figure | undefined,
  before: Figure | undefined,
): Change | undefined {
  if (!now || !before || now.value === null || before.value === null) return undefined;
  const least = Math.max(1, measure.minimumCount);
  if (now.restsOn < least || before.restsOn < least) return undefined;
  const difference = now.value - before.value;
  const size = sizeOf(measure, Math.abs(difference), before.value);
  if (size === undefined) return { text: 'as before', worse: undefined };
  const worse = measure.better === 'neither' ? undefined : difference > 0 === (measure.better === 'lower');
  return { text: `${size} ${difference > 0 ? 'more' : 'less'} than before`, worse };
}

/** The difference in words; undefined where it would read as none. */
function sizeOf(measure: Measure, difference: number, before: number): string | undefined {
  switch (measure.unit) {
    case 'count':
      return before === 0 || difference / before < 0.005
        ? undefined
        : `${Math.round((100 * difference) / before)} %`;
    case 'percent':
      return difference < 0.05 ? undefined : `${difference.toFixed(1)} points`;
    case 'mos':
      return difference < 0.01 ? undefined : difference.toFixed(2);
    case 'milliseconds':
      return difference < 1 ? undefined : formatValue('milliseconds', difference);
    case 'seconds':
      return difference < 0.5 ? undefined : formatValue('seconds', difference);
  }
}
