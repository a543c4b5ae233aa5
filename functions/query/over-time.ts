import type { Measure } from '../../dashboards/measures/measure.ts';
import type { Filters } from '../../model/query/filters.ts';
import { chooseInterval, type Interval } from '../../model/query/interval.ts';
import type { Column } from '../../model/query/overview.ts';
import type { Clause } from './ask.ts';
import { type Bucket, bucketsAt, numberAt } from './bucket.ts';
import { aggregationsOf, figuresOf } from './measure-aggregation.ts';

/** The widths of a range's columns: enough of them to see an hour's fault in a week, and few beside a group's name. */
export function intervalsOf(range: Pick<Filters, 'from' | 'to'>): { fine: Interval; coarse: Interval } {
  const from = Date.parse(range.from);
  const to = Date.parse(range.to);
  return { fine: chooseInterval(from, to, 200), coarse: chooseInterval(from, to, 31) };
}

/**
 * Measures over time, in the viewer's days and hours. Every column of the range is there, also where nothing
 * happened, so that all timelines of a range have the same columns.
 */
export function overTime(
  range: Pick<Filters, 'from' | 'to' | 'zone'>,
  interval: Interval,
  measures: readonly Measure[],
): Clause {
  const bounds = { min: Date.parse(range.from), max: Date.parse(range.to) - 1 };
  return {
    date_histogram: {
      field: '@timestamp',
      [interval.calendar ? 'calendar_interval' : 'fixed_interval']: interval.name,
      time_zone: range.zone,
      min_doc_count: 0,
      extended_bounds: bounds,
    },
    aggs: aggregationsOf(measures),
  };
}

/** When each column of the histogram of that name begins. */
export function timesAt(bucket: Bucket, name: string): string[] {
  return bucketsAt(bucket, name).map((column) => new Date(numberAt(column, 'key') ?? 0).toISOString());
}

/** Each measure's columns in the histogram of that name. */
export function columnsAt(
  bucket: Bucket,
  name: string,
  measures: readonly Measure[],
): Record<string, Column> {
  const all = bucketsAt(bucket, name).map((column) => figuresOf(measures, column));
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
