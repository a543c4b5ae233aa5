import type { Measure } from '../../measures/measure.ts';
import type { SavedObject } from '../saved-object.ts';
import type { SplitField } from '../split-field.ts';
import { visualization } from '../visualization.ts';
import { meaningOf } from './meaning.ts';
import { tsvbParams } from './panel.ts';
import { limitSeries, seriesOf, splitBy } from './series.ts';
import { unitNames } from './unit.ts';

/** As many lines as one can still tell apart. */
const mostLines = 6;

type Measures = readonly [Measure, ...Measure[]];

/** Measures of one unit as lines over time, with the lines from which on the first one's figures are fair and poor. */
export function overTimePanel(id: string, name: string, measures: Measures): SavedObject {
  const [first] = measures;
  return panelOf(id, `${name} over time (${unitNames[first.unit]})`, measures, [
    ...measures.map(seriesOf),
    ...limitSeries(first),
  ]);
}

/** One measure as a line for each of the values that most documents have. */
export function splitOverTimePanel(measure: Measure, split: SplitField): SavedObject {
  const title = `${measure.name}, by ${split.inTitle} over time (${unitNames[measure.unit]})`;
  const series = splitBy(seriesOf(measure), split.field, mostLines);
  const id = `${measure.id}-over-time-by-${split.id}`;
  return panelOf(id, title, [measure], [series, ...limitSeries(measure)]);
}

function panelOf(
  id: string,
  title: string,
  measures: Measures,
  series: readonly ReturnType<typeof seriesOf>[],
): SavedObject {
  const [{ index: kind, unit }] = measures;
  // Nothing sounds worse than 1.
  const more = unit === 'mos' ? { axis_min: '1', axis_max: '4.5' } : {};
  return visualization({
    id,
    title,
    description: meaningOf(measures),
    type: 'metrics',
    params: tsvbParams({ id, type: 'timeseries', kind, series, more }),
  });
}
