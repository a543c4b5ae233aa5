import type { DatedKind } from '../../../model/documents/kinds.ts';
import type { TsvbSeries } from './series.ts';

export type TsvbPanel = {
  readonly id: string;
  readonly type: 'timeseries' | 'top_n' | 'table' | 'metric';
  readonly kind: DatedKind;
  readonly series: readonly TsvbSeries[];
  readonly more?: Readonly<Record<string, unknown>>;
};

/** The params of a TSVB visualization. All but pictures over time are about the whole range, not its last columns. */
export function tsvbParams({ id, type, kind, series, more = {} }: TsvbPanel) {
  return {
    id: `${id}-panel`,
    type,
    index_pattern: `${kind}-*`,
    default_index_pattern: `${kind}-*`,
    time_field: '@timestamp',
    default_timefield: '@timestamp',
    interval: '',
    drop_last_bucket: 0,
    ...(type === 'timeseries' ? {} : { time_range_mode: 'entire_time_range' }),
    series,
    axis_position: 'left',
    axis_formatter: 'number',
    axis_scale: 'normal',
    axis_min: '0',
    show_legend: 1,
    show_grid: 1,
    legend_position: 'bottom',
    tooltip_mode: 'show_all',
    isModelInvalid: false,
    ...more,
  };
}
