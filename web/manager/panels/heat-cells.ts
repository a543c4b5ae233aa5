import { judgeCell } from '../../../dashboards/judge-cell.ts';
import type { Measure } from '../../../dashboards/measures/measure.ts';
import type { QualityLimits } from '../../../model/quality/limits.ts';
import type { Rating } from '../../../model/quality/rating.ts';
import type { AnswerOf } from '../../../model/query/page.ts';
import { formatCount, formatValue } from '../words/format-figure.ts';
import { hourNames, weekdayNames } from '../words/weekdays.ts';

/** One hour of one weekday. A measure without limits is neither good nor bad: `plain`. */
export type HeatCell = {
  readonly tone: Rating | 'plain';
  /** 0…1: how strongly it is coloured. */
  readonly strength: number;
  readonly text: string;
};

/** Seven rows of 24 cells. What rests on too little, or may be chance, is grey, and where nothing was there is nothing. */
export function heatCells(
  measure: Measure,
  answer: AnswerOf<'heatMap'>,
  limits: QualityLimits,
): HeatCell[][] {
  const known = answer.values.flat().filter((value) => value !== null);
  const most = Math.max(0, ...known);
  const poor = measure.limits?.(limits).poor;
  return weekdayNames.map((day, d) =>
    hourNames.map((hour, h) => {
      const figure = { value: answer.values[d]?.[h] ?? null, restsOn: answer.restsOn[d]?.[h] ?? 0 };
      const tone = poor === undefined ? 'plain' : judgeCell(measure, figure, limits);
      const text = figure.restsOn === 0 ? 'nothing' : wordsOf(measure, figure.value, figure.restsOn);
      return { tone, strength: strengthOf(tone, figure.value, most), text: `${day}, ${hour}:00: ${text}` };
    }),
  );
}

function wordsOf(measure: Measure, value: number | null, restsOn: number): string {
  const text = formatValue(measure.unit, value);
  return measure.unit === 'count' ? text : `${text} of ${formatCount(restsOn)}`;
}

/** Within a tone the stronger is the higher; for a MOS the tone alone says how it is. */
function strengthOf(tone: HeatCell['tone'], value: number | null, most: number): number {
  if (value === null) return 0;
  const height = most > 0 ? value / most : 0;
  if (tone === 'unclassified') return 0.35;
  return tone === 'plain' || tone === 'good' ? 0.15 + 0.5 * height : 0.6 + 0.4 * height;
}
