import type { Measure } from '../../../dashboards/measures/measure.ts';
import type { Filters } from '../../../model/query/filters.ts';
import { type Split, splitFields, splitsOfSome } from '../../../model/query/split.ts';
import type { Clause } from '../ask.ts';
import { type Bucket, bucketAt, bucketsAt, countAt, numberAt } from '../bucket.ts';
import { aggregationsOf } from '../measure-aggregation.ts';
import { type Count, countedAs, countsOf, filterOf } from './count.ts';
import { type PanelSearch, tallied } from './panel-search.ts';
import { figureSearch, sourceOf } from './question.ts';

/** So many that no group is missed: more than an instance has agents. */
const mostGroups = 5000;

/** Whether a measure only counts, as most do. */
export const isCounted = (measure: Measure) => countsOf(measure) !== undefined;

/**
 * A search that first finds who meets a condition, and then counts them by each value. The other way round each value's
 * documents would be asked for each condition: poor calls are few, and looked at once, whatever they are split by.
 *
 * @param by also by the values of it
 * @param more to be asked of each value's documents
 */
export function tallyOf(
  measures: readonly Measure[],
  filters: Filters,
  by?: Split,
  more: Record<string, Clause> = {},
): PanelSearch {
  const sums = { ...aggregationsOf(measures.filter((measure) => !isCounted(measure))), ...more };
  const aggs = by
    ? { ...groupsBy(by, sums), ...countsIn(measures, groupsBy(by)) }
    : { ...sums, ...countsIn(measures) };
  return figureSearch(sourceOf(measures), filters, aggs, tallied);
}

/** Aggregations that count what these measures need, once each. */
export function countsIn(
  measures: readonly Measure[],
  aggs?: Record<string, Clause>,
): Record<string, Clause> {
  const counts = measures.flatMap((measure) => countsOf(measure) ?? []);
  const filtered = (count: Count) => ({ filter: filterOf(count), ...(aggs ? { aggs } : {}) });
  return Object.fromEntries(counts.map((count) => [countedAs(count), filtered(count)]));
}

/** Of a bucket with the counts of `countsIn`, and be it all that a tally's search found, the one that `figuresOf` reads. */
export function toldOf(measures: readonly Measure[], bucket: Bucket): Bucket {
  return told(measures, bucket, (name) => countAt(bucket, name));
}

/** Of each value, and of no known one under null, the bucket that `figuresOf` reads. */
export function groupsOfTally(
  measures: readonly Measure[],
  answer: Bucket,
  by: Split,
): Map<string | null, Bucket> {
  const groups = groupsAt(answer, by);
  const counted = new Map<string, Map<string | null, Bucket>>();
  const countIn = (name: string, key: string | null) => {
    const its = counted.get(name) ?? groupsAt(bucketAt(answer, name), by);
    counted.set(name, its);
    return countAt(its.get(key) ?? {});
  };
  return new Map(
    [...groups].map(([key, bucket]) => [key, told(measures, bucket, (name) => countIn(name, key))]),
  );
}

/** Whether a tally has more values than it could name. */
export function hasMoreGroups(answer: Bucket, by: Split): boolean {
  return (numberAt(answer, nameOf(by), 'sum_other_doc_count') ?? 0) > 0;
}

const nameOf = (by: Split) => `by ${by}`;
const unknownOf = (by: Split) => `no ${by}`;

function groupsBy(by: Split, aggs: Record<string, Clause> = {}): Record<string, Clause> {
  const field = splitFields[by];
  const inner = Object.keys(aggs).length > 0 ? { aggs } : {};
  const groups = { [nameOf(by)]: { terms: { field, size: mostGroups }, ...inner } };
  return splitsOfSome.includes(by)
    ? groups
    : { ...groups, [unknownOf(by)]: { missing: { field }, ...inner } };
}

function groupsAt(answer: Bucket, by: Split): Map<string | null, Bucket> {
  const unknown = bucketAt(answer, unknownOf(by));
  return new Map<string | null, Bucket>([
    ...bucketsAt(answer, nameOf(by)).map((bucket) => [String(bucket.key), bucket] as const),
    ...(countAt(unknown) > 0 ? [[null, unknown] as const] : []),
  ]);
}

function told(measures: readonly Measure[], bucket: Bucket, counted: (name: string) => number): Bucket {
  const all = countAt(bucket);
  const countOf = (count: Count) => {
    const found = counted(countedAs(count));
    return { doc_count: count.isMost ? all - found : found };
  };
  const counts = measures.flatMap((measure) => countsOf(measure) ?? []);
  return { ...bucket, ...Object.fromEntries(counts.map((count) => [count.name, countOf(count)])) };
}
