import type { FiguresPanel } from '../../../dashboards/panels/panel.ts';
import { ignoredBy } from '../conditions.ts';
import { aggregationsOf, figuresOf } from '../measure-aggregation.ts';
import { type Asked, figureSearch, type Question, sourceOf } from './question.ts';
import { whole, wholeOf } from './whole.ts';

/** Measures of the whole range, and of the period before. */
export function askFigures({ measures }: FiguresPanel, { filters, before }: Asked): Question {
  const source = sourceOf(measures);
  const aggs = whole(aggregationsOf(measures));
  return {
    searches: [figureSearch(source, filters, aggs), figureSearch(source, before, aggs)],
    read: ([now = {}, earlier = {}]) => ({
      kind: 'figures',
      now: figuresOf(measures, wholeOf(now)),
      before: figuresOf(measures, wholeOf(earlier)),
      ignoredFilters: ignoredBy(source.index, filters),
    }),
  };
}
