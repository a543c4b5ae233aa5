import type { Visualization } from './read-export.ts';
import { type Aggs, type Answer, clauseOf, type PanelRequest, queryOf, type Range } from './search-body.ts';
import { type TsvbMetric, type TsvbPanel, type TsvbSeries, tsvbPanelOf } from './tsvb.ts';

/** What TSVB asks for a panel: tables once, all others once for each series. */
export function tsvbRequests(its: Visualization, range: Range): PanelRequest[] {
  const panel = tsvbPanelOf(its);
  if (panel.type === 'table') return [tableRequest(its.id, panel, range)];
  return panel.series.map((series) => ({
    of: `${its.id}: ${series.label}`,
    pattern: panel.index_pattern,
    body: {
      size: 0,
      query: queryOf(range, clauseOf(panel.filter.query), clauseOf(series.filter.query)),
      aggs: { [series.id]: { ...splitOf(series), aggs: { timeseries: timesOf(panel, series, range) } } },
    },
    drawn: (answer) => figuresOf(series, splitsOf(answer.aggregations?.[series.id])).length,
  }));
}

/** The figures of a series over the whole range, one for each split. */
export function figuresOf(series: TsvbSeries, splits: readonly Split[]): number[] {
  const outcome = series.metrics.at(-1);
  return (
    splits
      .flatMap(({ timeseries }) => timeseries.buckets)
      .map((bucket) => (outcome?.type === 'count' ? bucket.doc_count : valueAt(bucket, outcome?.id ?? '')))
      // Below 0 there is no figure: our tables' sign for it.
      .filter((value): value is number => value !== null && value >= 0)
  );
}

type Bucket = { readonly doc_count: number; readonly [metric: string]: unknown };
export type Split = { readonly timeseries: { readonly buckets: readonly Bucket[] } };

function tableRequest(of: string, panel: TsvbPanel, range: Range): PanelRequest {
  const columns = panel.series.map((series) => [
    series.id,
    { filter: clauseOf(series.filter.query), aggs: { timeseries: timesOf(panel, series, range) } },
  ]);
  const drawn = ({ aggregations }: Answer) => {
    const { buckets } = (aggregations?.pivot ?? { buckets: [] }) as { buckets: Record<string, Split>[] };
    // A column without a single figure is a fault, however many figures the others have.
    return Math.min(
      ...panel.series.map(
        (series) =>
          figuresOf(
            series,
            buckets.flatMap((row) => row[series.id] ?? []),
          ).length,
      ),
    );
  };
  const rows = { field: panel.pivot_id, size: panel.pivot_rows };
  return {
    of,
    pattern: panel.index_pattern,
    body: {
      size: 0,
      query: queryOf(range, clauseOf(panel.filter.query)),
      aggs: { pivot: { terms: rows, aggs: Object.fromEntries(columns) as Aggs } },
    },
    drawn,
  };
}

function splitOf({ split_mode, terms_field, terms_size }: TsvbSeries): object {
  return split_mode === 'terms'
    ? { terms: { field: terms_field, size: terms_size, order: { _count: 'desc' } } }
    : { filter: { match_all: {} } };
}

/** Of the answer to a series. */
export function splitsOf(aggregation: unknown): readonly Split[] {
  const one = aggregation as Split & { readonly buckets?: readonly Split[] };
  return one.buckets ?? [one];
}

function timesOf({ time_range_mode }: TsvbPanel, { metrics }: TsvbSeries, { from, to }: Range): object {
  const field = '@timestamp';
  const bounds = { min: Date.parse(from), max: Date.parse(to) };
  const columns = { field, min_doc_count: 0, fixed_interval: '3h', extended_bounds: bounds };
  const isWhole = time_range_mode === 'entire_time_range';
  return {
    ...(isWhole ? { auto_date_histogram: { field, buckets: 1 } } : { date_histogram: columns }),
    aggs: Object.assign({}, ...metrics.map(aggregationsOf)),
  };
}

function aggregationsOf(metric: TsvbMetric): Aggs {
  const { id, type, field } = metric;
  switch (type) {
    case 'count':
      return {};
    case 'static':
      return { [id]: scriptOf({ count: '_count' }, String(metric.value)) };
    case 'filter_ratio':
      return {
        [`${id}-numerator`]: { filter: clauseOf(metric.numerator?.query ?? '') },
        [`${id}-denominator`]: { filter: clauseOf(metric.denominator?.query ?? '') },
        [id]: scriptOf(
          { numerator: `${id}-numerator>_count`, denominator: `${id}-denominator>_count` },
          'params.denominator > 0 ? params.numerator / params.denominator : 0',
        ),
      };
    case 'calculation': {
      const paths = (metric.variables ?? []).map((variable) => [variable.name, variable.field] as const);
      return { [id]: scriptOf(Object.fromEntries(paths), metric.script ?? '') };
    }
    default:
      return { [id]: { [type]: { field } } };
  }
}

function scriptOf(buckets_path: Readonly<Record<string, string>>, source: string): object {
  return { bucket_script: { buckets_path, script: { source, lang: 'painless' }, gap_policy: 'skip' } };
}

function valueAt(bucket: Bucket, id: string): number | null {
  const { value = null } = (bucket[id] ?? {}) as { value?: number | null };
  return Number.isFinite(value) ? value : null;
}
