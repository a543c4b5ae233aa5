import type { Measure } from '../../dashboards/measures/measure.ts';
import { columnTimes } from '../../model/query/columns.ts';
import type { Filters } from '../../model/query/filters.ts';
import { chooseInterval, type Interval } from '../../model/query/interval.ts';
import type { Column } from '../../model/query/overview.ts';
import type { Clause } from './ask.ts';
import { type Bucket, bucketsAt, numberAt } from './bucket.ts';
import { aggregationsOf, figuresOf } from './measure-aggregation.ts';
import { histogram } from './panels/histogram.ts';

/** The widths of a range's columns: enough of them to see an hour's fault in a week, and few beside a group's name. */
export function intervalsOf(range: Pick<Filters, 'from' | 'to'>): { fine: Interval; coarse: Interval } {
  const from = Date.parse(range.from);
  const to = Date.parse(range.to);
  return { fine: chooseInterval(from, to, 200), coarse: chooseInterval(from, to, 31) };
}

type Range = Pick<Filters, 'from' | 'to' | 'zone'>;

/** Measures over time, in the viewer's days and hours. */
export function overTime({ zone }: Range, interval: Interval, measures: readonly Measure[]): Clause {
  return { ...histogram(interval, zone), aggs: aggregationsOf(measures) };
}

/**
 * When each column of a range begins, also where nothing happened, so that all timelines of a range have the same
 * columns. Should the search service cut a zone's odd hours otherwise, its columns are there beside ours.
 *
 * @param whole the bucket with the histogram of that name of all that matches
 */
export function timesAt(range: Range, interval: Interval, whole: Bucket, name: string): string[] {
  const found = bucketsAt(whole, name).map(timeOf);
  const times = new Set([...columnTimes(range, interval), ...found]);
  return [...times].sort((a, b) => a - b).map((at) => new Date(at).toISOString());
}

const timeOf = (column: Bucket) => numberAt(column, 'key') ?? 0;

/**
 * Each measure's columns in the histogram of that name.
 *
 * @param times of `timesAt`
 */
export function columnsAt(
  bucket: Bucket,
  name: string,
  measures: readonly Measure[],
  times: readonly string[],
): Record<string, Column> {
  const found = new Map(bucketsAt(bucket, name).map((column) => [timeOf(column), column]));
  const all = times.map((at) => figuresOf(measures, found.get(Date.parse(at)) ?? {}));
  return Object.fromEntries(
    measures.map(({ id }) => [
      id,
      {
        values: all.map((figures) => tidy(figures[id]?.value ?? null)),
        restsOn: all.map((figures) => figures[id]?.restsOn ?? 0),
      },
    ]),
  );
}

/** Four significant digits are finer than any of the sources measures, and half of the bytes. */
export function tidy(value: number | null): number | null {
  return value === null ? null : Number(value.toPrecision(4));
}
