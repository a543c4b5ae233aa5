import type { Measure } from '../../../dashboards/measures/measure.ts';
import type { OverTimePanel } from '../../../dashboards/panels/panel.ts';
import type { DatedKind } from '../../../model/documents/kinds.ts';
import { columnTimes } from '../../../model/query/columns.ts';
import type { Filters } from '../../../model/query/filters.ts';
import type { Interval } from '../../../model/query/interval.ts';
import type { Column } from '../../../model/query/overview.ts';
import { type Split, splitFields } from '../../../model/query/split.ts';
import { type Bucket, bucketsAt, numberAt } from '../bucket.ts';
import { ignoredBy } from '../conditions.ts';
import { aggregationsOf, figuresOf, mostOf } from '../measure-aggregation.ts';
import { intervalsOf, tidy } from '../over-time.ts';
import { histogram } from './histogram.ts';
import { type Cut, columnsOf } from './panel-search.ts';
import { type Asked, figureSearch, type Question, sourceOf } from './question.ts';

/** More lines than this nobody can tell apart. */
const mostLines = 8;
/** By what every document can be told apart, and of how many values: more than Streams has operations. */
const parts: Readonly<Partial<Record<Split, number>>> = { operation: 100 };
/** A shard gives so many more, so that none of the lines misses what a shard had little of. */
const perShard = 1000;

/** Measures over time, of all or of each value of the split. */
export function askOverTime({ measures, beside = [], split }: OverTimePanel, { filters }: Asked): Question {
  const source = sourceOf(measures);
  const fine = intervalOf(source.index, filters);
  const aggs = aggregationsOf(measures);
  const columns: Cut = { name: 'overTime', clause: histogram(fine, filters.zone) };
  const cut = split ? linesOf(split, measures, columns) : columns;
  return {
    searches: [
      figureSearch(source, filters, aggs, cut),
      ...(beside.length > 0
        ? [figureSearch(sourceOf(beside), filters, aggregationsOf(beside), columns)]
        : []),
    ],
    read: ([answer = {}, answerBeside = {}]) => {
      const lines = bucketsAt(answer, 'lines').slice(0, mostLines);
      const found = split
        ? lines.map((line) => ({ key: String(line.key), columns: byTime(bucketsAt(line, 'overTime')) }))
        : [{ key: null, columns: byTime(columnsOf(answer)) }];
      const others = { columns: byTime(columnsOf(answerBeside)) };
      const times = allTimes(columnTimes(filters, fine), [...found, others]);
      return {
        kind: 'overTime',
        interval: fine.name,
        times: times.map((at) => new Date(at).toISOString()),
        series: found.map(({ key, columns }) => ({
          key,
          columns: {
            ...readColumns(measures, columns, times),
            ...readColumns(beside, others.columns, times),
          },
        })),
        ignoredFilters: ignoredBy(source.index, filters),
      };
    },
  };
}

/** What Amazon Connect counts comes in half hours at most: narrower columns would be empty in between. */
const halfHour: Interval = { name: '30m', millis: 1_800_000, calendar: false };

function intervalOf(index: DatedKind, filters: Filters): Interval {
  const { fine } = intervalsOf(filters);
  return index === 'connect-historical-metrics' && fine.millis < halfHour.millis ? halfHour : fine;
}

function linesOf(split: Split, measures: readonly Measure[], columns: Cut): Cut {
  const field = splitFields[split];
  const { by, aggs } = mostOfFirst(measures);
  const order = [{ [by]: 'desc' }, { _key: 'asc' }];
  const terms = { field, size: parts[split] ?? mostLines, shard_size: perShard, order };
  return {
    name: 'lines',
    clause: { terms },
    aggs,
    ...(split in parts ? { partsBy: field } : {}),
    within: columns,
  };
}

/** Those with the most requests, or with the most documents. */
function mostOfFirst([first]: readonly Measure[]) {
  return first?.formula.kind === 'bucketPercentile'
    ? mostOf(first.formula.counts)
    : { by: '_count', aggs: {} };
}

type Columns = ReadonlyMap<number, readonly Bucket[]>;

function byTime(columns: readonly Bucket[]): Columns {
  const found = new Map<number, Bucket[]>();
  for (const column of columns) {
    const at = numberAt(column, 'key') ?? 0;
    found.set(at, [...(found.get(at) ?? []), column]);
  }
  return found;
}

/** Should the search service cut a zone's odd hours otherwise, its columns are shown beside ours, never dropped. */
function allTimes(expected: readonly number[], found: readonly { columns: Columns }[]): number[] {
  const times = new Set([...expected, ...found.flatMap(({ columns }) => [...columns.keys()])]);
  return [...times].sort((a, b) => a - b);
}

function readColumns(
  measures: readonly Measure[],
  columns: Columns,
  times: readonly number[],
): Record<string, Column> {
  const all = times.map((at) => figuresOf(measures, ...(columns.get(at) ?? [])));
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
