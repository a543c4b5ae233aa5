import type { Measure } from '../../measures/measure.ts';
import type { SavedObject } from '../saved-object.ts';
import type { SplitField } from '../split-field.ts';
import { visualization } from '../visualization.ts';
import { colourRules, ratingColours } from './colours.ts';
import { meaningOf } from './meaning.ts';
import { tsvbParams } from './panel.ts';
import { seriesOf, splitBy } from './series.ts';
import { unitNames } from './unit.ts';

/** Bars of those with the most documents: of three calls one can be poor by chance. */
const mostBars = 10;

/**
 * A measure of which more is worse as bars, the worst first, coloured by its limits: Dashboards orders bars by their
 * length, and chooses them by how many documents they rest on.
 */
export function worstFirstPanel(measure: Measure, split: SplitField): SavedObject {
  const id = `${measure.id}-by-${split.id}`;
  const rules = colourRules(measure).map(({ rating, ...rule }) => ({
    ...rule,
    bar_color: ratingColours[rating],
  }));
  const bars = splitBy(seriesOf(measure), split.field, mostBars);
  const series = [{ ...bars, color: ratingColours.good }];
  return visualization({
    id,
    title: `${measure.name} (${unitNames[measure.unit]}) by ${split.inTitle}, worst first`,
    description: `${meaningOf([measure])}\n\nThe ${mostBars} with the most ${measure.restsOn}.`,
    type: 'metrics',
    params: tsvbParams({ id, type: 'top_n', kind: measure.index, series, more: { bar_color_rules: rules } }),
  });
}
