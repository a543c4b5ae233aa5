import type { Distribution, DistributionPanel } from '../../../dashboards/panels/panel.ts';
import type { AnswerOf } from '../../../model/query/page.ts';
import type { Bucket } from '../bucket.ts';
import { ignoredBy } from '../conditions.ts';
import { countsOf, rangeCountsOf, rangesOf, sumsOf } from '../measure-aggregation.ts';
import { bucketsOfWhole, whole } from './panel-search.ts';
import { type Asked, figureSearch, type Question, sourceOf } from './question.ts';

type Series = AnswerOf<'distribution'>['series'][number];

/** How many fell into each bucket, of every series: the sums of the counts that the documents carry, or their number. */
export function askDistribution({ series }: DistributionPanel, { filters }: Asked): Question {
  const source = sourceOf(series);
  const [{ unit, counts }] = series;
  const sums = Object.assign(
    {},
    ...series.map(({ counts }) => ('field' in counts ? sumsOf(counts) : rangesOf(counts))),
  );
  return {
    searches: [figureSearch(source, filters, sums, whole)],
    read: ([answer = {}]) => ({
      kind: 'distribution',
      unit,
      bounds: [...counts.buckets.bounds],
      series: series.map((one) => readSeries(one, answer)),
      ignoredFilters: ignoredBy(source.index, filters),
    }),
  };
}

function readSeries({ id, name, counts: of }: Distribution, answer: Bucket): Series {
  const found = bucketsOfWhole(answer);
  const counts = 'field' in of ? countsOf(of, ...found) : rangeCountsOf(of, ...found);
  return { id, name, counts, restsOn: counts.reduce((sum, count) => sum + count, 0) };
}
