import type { Measure } from '../../../dashboards/measures/measure.ts';
import type { OverTimePanel } from '../../../dashboards/panels/panel.ts';
import { columnTimes } from '../../../model/query/columns.ts';
import type { Column } from '../../../model/query/overview.ts';
import { splitFields } from '../../../model/query/split.ts';
import { type Bucket, bucketsAt, numberAt } from '../bucket.ts';
import { ignoredBy } from '../conditions.ts';
import { aggregationsOf, figuresOf, mostOf } from '../measure-aggregation.ts';
import { intervalsOf, tidy } from '../over-time.ts';
import { histogram } from './histogram.ts';
import type { Cut } from './panel-search.ts';
import { type Asked, figureSearch, type Question, sourceOf } from './question.ts';

/** More lines than this nobody can tell apart. */
const mostLines = 8;
/** A shard gives so many more, so that none of the lines misses what a shard had little of. */
const perShard = 1000;

/** Measures over time, of all or of each value of the split. */
export function askOverTime({ measures, split }: OverTimePanel, { filters }: Asked): Question {
  const source = sourceOf(measures);
  const { fine } = intervalsOf(filters);
  const aggs = aggregationsOf(measures);
  const columns: Cut = { name: 'overTime', clause: histogram(fine, filters.zone) };
  const most = mostOfFirst(measures);
  const order = [{ [most.by]: 'desc' }, { _key: 'asc' }];
  const lines = split && {
    terms: { field: splitFields[split], size: mostLines, shard_size: perShard, order },
    aggs: { ...most.aggs, overTime: { ...columns.clause, aggs } },
  };
  return {
    searches: [
      lines ? figureSearch(source, filters, { lines }) : figureSearch(source, filters, aggs, columns),
    ],
    read: ([answer = {}]) => {
      const found = split
        ? bucketsAt(answer, 'lines').map((line) => ({ key: String(line.key), columns: columnsOf(line) }))
        : [{ key: null, columns: columnsOf(answer) }];
      const times = allTimes(columnTimes(filters, fine), found);
      return {
        kind: 'overTime',
        interval: fine.name,
        times: times.map((at) => new Date(at).toISOString()),
        series: found.map(({ key, columns }) => ({ key, columns: readColumns(measures, columns, times) })),
        ignoredFilters: ignoredBy(source.index, filters),
      };
    },
  };
}

/** Those with the most requests, or with the most documents. */
function mostOfFirst([first]: readonly Measure[]) {
  return first?.formula.kind === 'bucketPercentile'
    ? mostOf(first.formula.counts)
    : { by: '_count', aggs: {} };
}

type Columns = ReadonlyMap<number, Bucket>;

function columnsOf(bucket: Bucket): Columns {
  return new Map(bucketsAt(bucket, 'overTime').map((column) => [numberAt(column, 'key') ?? 0, column]));
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
  const all = times.map((at) => figuresOf(measures, columns.get(at) ?? {}));
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
