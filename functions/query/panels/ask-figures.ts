import type { FiguresPanel } from '../../../dashboards/panels/panel.ts';
import { ignoredBy } from '../conditions.ts';
import { aggregationsOf, figuresOf } from '../measure-aggregation.ts';
import { bucketsOfWhole, whole } from './panel-search.ts';
import { type Asked, figureSearch, type Question, sourceOf } from './question.ts';

/** Measures of the whole range, and of the period before. */
export function askFigures({ measures }: FiguresPanel, { filters, before }: Asked): Question {
  const source = sourceOf(measures);
  const aggs = aggregationsOf(measures);
  return {
    searches: [figureSearch(source, filters, aggs, whole), figureSearch(source, before, aggs, whole)],
    read: ([now = {}, earlier = {}]) => ({
      kind: 'figures',
      now: figuresOf(measures, ...bucketsOfWhole(now)),
      before: figuresOf(measures, ...bucketsOfWhole(earlier)),
      ignoredFilters: ignoredBy(source.index, filters),
    }),
  };
}
