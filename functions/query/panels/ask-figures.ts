import type { Measure } from '../../../dashboards/measures/measure.ts';
import type { FiguresPanel } from '../../../dashboards/panels/panel.ts';
import type { Filters } from '../../../model/query/filters.ts';
import type { Bucket } from '../bucket.ts';
import { ignoredBy } from '../conditions.ts';
import { aggregationsOf, figuresOf } from '../measure-aggregation.ts';
import { bucketsOfWhole, whole } from './panel-search.ts';
import { type Asked, figureSearch, type Question, sourceOf } from './question.ts';
import { isCounted, tallyOf, toldOf } from './tally.ts';

/** Measures of the whole range, and of the period before. */
export function askFigures({ measures }: FiguresPanel, { filters, before }: Asked): Question {
  const { search, bucketsOf } = measures.some(isCounted) ? byTally(measures) : byWhole(measures);
  return {
    searches: [search(filters), search(before)],
    read: ([now = {}, earlier = {}]) => ({
      kind: 'figures',
      now: figuresOf(measures, ...bucketsOf(now)),
      before: figuresOf(measures, ...bucketsOf(earlier)),
      ignoredFilters: ignoredBy(sourceOf(measures).index, filters),
    }),
  };
}

function byTally(measures: readonly Measure[]) {
  return {
    search: (filters: Filters) => tallyOf(measures, filters),
    bucketsOf: (answer: Bucket) => [toldOf(measures, answer)],
  };
}

/** Of sums alone: the page's columns over time mostly have them too. */
function byWhole(measures: readonly Measure[]) {
  return {
    search: (filters: Filters) => figureSearch(sourceOf(measures), filters, aggregationsOf(measures), whole),
    bucketsOf: bucketsOfWhole,
  };
}
