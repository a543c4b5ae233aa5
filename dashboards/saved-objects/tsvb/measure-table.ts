import type { Measure } from '../../measures/measure.ts';
import type { SavedObject } from '../saved-object.ts';
import type { SplitField } from '../split-field.ts';
import { visualization } from '../visualization.ts';
import { meaningOf } from './meaning.ts';
import { amongQuery } from './measure-metrics.ts';
import { tsvbQuery } from './metric.ts';
import { tsvbParams } from './panel.ts';
import { columnOf } from './series.ts';
import { unitNames } from './unit.ts';

const mostRows = 20;

/**
 * Measures of one kind of documents as columns; of the first, a count, the rows with most stand on top. A cell is empty
 * where nothing was measured.
 */
export function measureTable(
  id: string,
  title: string,
  measures: readonly [Measure, ...Measure[]],
  split: SplitField,
): SavedObject {
  const [first] = measures;
  const series = measures.map((measure) => ({
    ...columnOf(measure),
    label: measure.unit === 'count' ? measure.name : `${measure.name} (${unitNames[measure.unit]})`,
  }));
  const more = {
    filter: tsvbQuery(amongQuery(first)),
    pivot_id: split.field,
    pivot_label: split.name,
    pivot_type: 'string',
    pivot_rows: String(mostRows),
  };
  return visualization({
    id,
    title,
    description: meaningOf(measures),
    type: 'metrics',
    params: tsvbParams({ id, type: 'table', kind: first.index, series, more }),
    uiState: { table: { sort: { column: series[0]?.id, order: 'desc' } } },
  });
}
