import type { Distribution, DistributionPanel } from '../../../dashboards/panels/panel.ts';
import type { AnswerOf } from '../../../model/query/page.ts';
import type { Clause } from '../ask.ts';
import { type Bucket, numberAt } from '../bucket.ts';
import { ignoredBy } from '../conditions.ts';
import { type Asked, figureSearch, type Question, sourceOf } from './question.ts';

/** How many fell into each bucket, of every series: the sums of the counts that the documents carry. */
export function askDistribution({ series }: DistributionPanel, { filters }: Asked): Question {
  const source = sourceOf(series);
  const [{ unit, bounds }] = series;
  return {
    searches: [figureSearch(source, filters, Object.assign({}, ...series.map(sumsOf)))],
    read: ([answer = {}]) => ({
      kind: 'distribution',
      unit,
      bounds: [...bounds],
      series: series.map((one) => readSeries(one, answer)),
      ignoredFilters: ignoredBy(source.index, filters),
    }),
  };
}

const nameOf = ({ id }: Distribution, bucket: number) => `${id}_${bucket}`;

function sumsOf(one: Distribution): Record<string, Clause> {
  return Object.fromEntries(one.fields.map((field, i) => [nameOf(one, i), { sum: { field } }]));
}

function readSeries(one: Distribution, answer: Bucket): AnswerOf<'distribution'>['series'][number] {
  const counts = one.fields.map((_, i) => numberAt(answer, nameOf(one, i), 'value') ?? 0);
  return { id: one.id, name: one.name, counts, restsOn: counts.reduce((sum, count) => sum + count, 0) };
}
