import type { Formula, Measure } from '../../../dashboards/measures/measure.ts';
import type { BreakdownPanel } from '../../../dashboards/panels/panel.ts';
import { canSplit } from '../../../model/query/documents-know.ts';
import type { AnswerOf } from '../../../model/query/page.ts';
import { type Split, splitFields } from '../../../model/query/split.ts';
import type { Clause } from '../ask.ts';
import { type Bucket, bucketAt, bucketsAt, countAt, numberAt } from '../bucket.ts';
import { during, ignoredBy } from '../conditions.ts';
import { aggregationsOf, figuresOf } from '../measure-aggregation.ts';
import { type Asked, figureSearch, figureSearchOfBoth, type Question, sourceOf } from './question.ts';
import { worstFirst } from './worst-first.ts';

const mostGroups = 50;
/** A shard gives so many, so that no group misses what a shard had little of. */
const perShard = 1000;

type Group = AnswerOf<'breakdown'>['groups'][number];

/**
 * Measures of the groups that share a value. Of more groups than fit, those are kept that have the most of what
 * `orderBy` counts: the search engine cannot sort by a share, and a high share of few calls is not what matters.
 */
export function askBreakdown(panel: BreakdownPanel, asked: Asked): Question {
  const { measures, orderBy, compare } = panel;
  const source = sourceOf(measures);
  const by = splitBy(panel, asked);
  const aggs = compare ? ofBothPeriods(asked, measures) : aggregationsOf(measures);
  const groups = {
    terms: {
      field: splitFields[by],
      size: mostGroups,
      shard_size: perShard,
      order: [{ [compare ? within('now', countOf(orderBy)) : countOf(orderBy)]: 'desc' }, { _key: 'asc' }],
    },
    aggs,
  };
  // Most calls have no failure, and that is no value that is not known.
  const unknown = by === 'failure' ? {} : { unknown: { missing: { field: splitFields[by] }, aggs } };
  const search = compare
    ? figureSearchOfBoth(source, asked.filters, asked.before, { groups, ...unknown })
    : undefined;
  return {
    searches: [search ?? figureSearch(source, asked.filters, { groups, ...unknown })],
    read: ([answer = {}]) => ({
      kind: 'breakdown',
      by,
      groups: worstFirst(groupsOf(answer, panel), orderBy),
      more: (numberAt(answer, 'groups', 'sum_other_doc_count') ?? 0) > 0,
      ignoredFilters: ignoredBy(source.index, asked.filters),
    }),
  };
}

/** By what the viewer chose where the panel leaves it to him and its documents know it. */
function splitBy({ by, measures }: BreakdownPanel, asked: Asked): Split {
  if (by !== 'chosen') return by;
  return asked.by && canSplit(sourceOf(measures).index, asked.by) ? asked.by : asked.pagesBy;
}

function ofBothPeriods({ filters, before }: Asked, measures: readonly Measure[]): Record<string, Clause> {
  const aggs = aggregationsOf(measures);
  return {
    now: { filter: during(filters.from, filters.to), aggs },
    before: { filter: during(before.from, before.to), aggs },
  };
}

/** The count by which a measure's groups are kept, as a path for the search engine's order. */
function countOf({ id, formula }: Measure): string {
  const names: Partial<Record<Formula['kind'], string>> = { sum: 'sum', share: 'part', ratio: 'over' };
  const name = formula.kind === 'count' && formula.of ? 'of' : names[formula.kind];
  return name ? `${id}_${name}` : '_count';
}

/** The name of a bucket alone stands for how many documents it has. */
const within = (bucket: string, count: string) => (count === '_count' ? bucket : `${bucket}>${count}`);

function groupsOf(answer: Bucket, panel: BreakdownPanel): Group[] {
  const named = bucketsAt(answer, 'groups').map((bucket) => groupOf(String(bucket.key), bucket, panel));
  const unknown = groupOf(null, bucketAt(answer, 'unknown'), panel);
  return [...named, unknown].filter((group) => group !== undefined);
}

/** Undefined where there was nothing of it in the range. */
function groupOf(key: string | null, bucket: Bucket, panel: BreakdownPanel): Group | undefined {
  const { measures, compare } = panel;
  const now = compare ? bucketAt(bucket, 'now') : bucket;
  const before = compare ? bucketAt(bucket, 'before') : {};
  if (countAt(now) === 0) return undefined;
  return {
    key,
    now: figuresOf(measures, now),
    before: countAt(before) > 0 ? figuresOf(measures, before) : null,
  };
}
