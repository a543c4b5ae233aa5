import { judgeFigure } from '../../../dashboards/judge-figure.ts';
import type { Measure, Unit } from '../../../dashboards/measures/measure.ts';
import type { QualityLimits } from '../../../model/quality/limits.ts';
import type { Figure } from '../../../model/query/figure.ts';
import { formatCount, formatFigure } from '../words/format-figure.ts';
import type { TableCell, TableColumn } from './panel-table.ts';

const unitNames: Readonly<Record<Unit, string | undefined>> = {
  count: undefined,
  percent: '%',
  mos: undefined,
  milliseconds: 'ms',
  seconds: 's',
};

/** A measure's column; `of` says of what, where several columns have the measure. */
export function columnOf(measure: Measure, of = ''): TableColumn {
  const unit = unitNames[measure.unit];
  return {
    name: of ? `${of}: ${measure.name}` : measure.name,
    ...(unit ? { unit } : {}),
    ...(isCount(measure) ? {} : { restsOn: measure.restsOn }),
  };
}

/** A measure's figure, with the count that it rests on. */
export function cellOf(measure: Measure, figure: Figure | undefined, limits: QualityLimits): TableCell {
  const restsOn = figure?.restsOn ?? 0;
  const text = formatFigure(measure, figure);
  return {
    text: isCount(measure) ? text : `${text} of ${formatCount(restsOn)}`,
    value: figure?.value ?? undefined,
    rating: judgeFigure(measure, figure, limits),
    ...(isCount(measure) ? {} : { restsOn }),
  };
}

/** A count or a sum rests on itself. */
export function isCount({ unit }: Measure): boolean {
  return unit === 'count';
}
