import type { Measure } from '../../measures/measure.ts';
import type { SavedObject } from '../saved-object.ts';
import { visualization } from '../visualization.ts';
import { colourRules, ratingColours } from './colours.ts';
import { meaningOf } from './meaning.ts';
import { tsvbParams } from './panel.ts';
import { restsOnSeries } from './rests-on.ts';
import { seriesOf } from './series.ts';
import { unitNames } from './unit.ts';

/** One big figure of the whole range, in colour where it is fair or poor, above the count that it rests on. */
export function oneFigure(measure: Measure, name = measure.name): SavedObject {
  const id = `${measure.id}-figure`;
  // Dashboards takes no figure for 0 here: where less is worse it would colour an empty range.
  const rules = measure.better === 'higher' ? [] : colourRules(measure);
  const background_color_rules = rules.map(({ rating, ...rule }) => ({
    ...rule,
    color: ratingColours[rating],
  }));
  return visualization({
    id,
    title: `${name} (${unitNames[measure.unit]})`,
    description: meaningOf([measure]),
    type: 'metrics',
    params: tsvbParams({
      id,
      type: 'metric',
      kind: measure.index,
      series: [seriesOf(measure), ...restsOnSeries(measure)],
      more: { background_color_rules },
    }),
  });
}
