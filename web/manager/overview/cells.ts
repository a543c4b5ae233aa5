import { judgeColumn } from '../../../dashboards/judge-figure.ts';
import type { Measure } from '../../../dashboards/measures/measure.ts';
import type { QualityLimits } from '../../../model/quality/limits.ts';
import type { Column } from '../../../model/query/overview.ts';
import type { Cell } from '../charts/HeatStrip.tsx';
import { formatCount, formatValue } from '../words/format-figure.ts';
import { makeTimeFormat, viewerZone } from '../words/format-time.ts';

const time = makeTimeFormat(viewerZone);

/** A measure over time as cells: the colour says how it is judged, the strength how far it goes. */
export function cellsOf(
  measure: Measure,
  column: Column,
  times: readonly string[],
  limits: QualityLimits,
): Cell[] {
  const poor = measure.limits?.(limits).poor ?? 0;
  return times.map((at, i) => {
    const value = column.values[i] ?? null;
    const restsOn = column.restsOn[i] ?? 0;
    const rating = judgeColumn(measure, { value, restsOn }, limits);
    const figure = restsOn > 0 ? `${formatValue(measure.unit, value)} of ${formatCount(restsOn)}` : 'nothing';
    return { rating, strength: strengthOf(rating, value, poor), title: `${time.dayAndTime(at)}: ${figure}` };
  });
}

function strengthOf(rating: Cell['rating'], value: number | null, poor: number): number {
  if (rating === 'unclassified' || value === null) return value === null ? 0.15 : 0.3;
  if (rating === 'good') return 0.35;
  return Math.min(1, 0.55 + (0.45 * value) / (4 * poor));
}
