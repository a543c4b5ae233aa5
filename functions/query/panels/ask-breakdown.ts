import type { Measure } from '../../../dashboards/measures/measure.ts';
import type { BreakdownPanel } from '../../../dashboards/panels/panel.ts';
import { canSplit } from '../../../model/query/documents-know.ts';
import type { AnswerOf } from '../../../model/query/page.ts';
import { type Split, splitFields } from '../../../model/query/split.ts';
import type { Clause } from '../ask.ts';
import { type Bucket, bucketAt, bucketsAt, countAt, numberAt } from '../bucket.ts';
import { ignoredBy } from '../conditions.ts';
import { aggregationsOf, figuresOf, orderOf } from '../measure-aggregation.ts';
import { type Asked, figureSearch, type Question, sourceOf } from './question.ts';
import { worstFirst } from './worst-first.ts';

const mostGroups = 50;
/** Of the period before, so many that none is missed of those that are shown, and called new. */
const mostBefore = 5000;
/** A shard gives so many, so that no group misses what a shard had little of. */
const perShard = 1000;

type Group = AnswerOf<'breakdown'>['groups'][number];

/**
 * Measures of the groups that share a value. Of more groups than fit, those are kept that have the most of what
 * `orderBy` counts: a high share of few calls is not what matters.
 */
export function askBreakdown(panel: BreakdownPanel, asked: Asked): Question {
  const { measures, orderBy, compare } = panel;
  const { filters, before } = asked;
  const source = sourceOf(measures);
  const by = splitBy(panel, asked);
  const now = figureSearch(source, filters, groupsBy(by, panel, mostGroups, perShard));
  const earlier = figureSearch(source, before, groupsBy(by, panel, mostBefore, mostBefore));
  return {
    searches: compare ? [now, earlier] : [now],
    read: ([answer = {}, answerBefore = {}]) => ({
      kind: 'breakdown',
      by,
      groups: worstFirst(groupsOf(answer, answerBefore, measures), orderBy),
      more: (numberAt(answer, 'groups', 'sum_other_doc_count') ?? 0) > 0,
      ignoredFilters: ignoredBy(source.index, filters),
    }),
  };
}

function groupsBy(
  by: Split,
  { measures, orderBy }: BreakdownPanel,
  size: number,
  shardSize: number,
): Record<string, Clause> {
  const field = splitFields[by];
  const aggs = aggregationsOf(measures);
  const order = [{ [orderOf(orderBy)]: 'desc' }, { _key: 'asc' }];
  // Most calls have no failure, and that is no value that is not known.
  const unknown = by === 'failure' ? {} : { unknown: { missing: { field }, aggs } };
  return { groups: { terms: { field, size, shard_size: shardSize, order }, aggs }, ...unknown };
}

/** By what the viewer chose where the panel leaves it to him and its documents know it. */
function splitBy({ by, measures }: BreakdownPanel, asked: Asked): Split {
  if (by !== 'chosen') return by;
  return asked.by && canSplit(sourceOf(measures).index, asked.by) ? asked.by : asked.pagesBy;
}

/** Of the range's groups: one that was there only before is of no interest. */
function groupsOf(now: Bucket, before: Bucket, measures: readonly Measure[]): Group[] {
  const earlier = bucketsByKey(before);
  return [...bucketsByKey(now)].map(([key, bucket]) => {
    const same = earlier.get(key);
    return { key, now: figuresOf(measures, bucket), before: same ? figuresOf(measures, same) : null };
  });
}

function bucketsByKey(answer: Bucket): Map<string | null, Bucket> {
  const named = bucketsAt(answer, 'groups').map((bucket) => [String(bucket.key), bucket] as const);
  const unknown = bucketAt(answer, 'unknown');
  return new Map<string | null, Bucket>([
    ...named,
    ...(countAt(unknown) > 0 ? [[null, unknown] as const] : []),
  ]);
}
