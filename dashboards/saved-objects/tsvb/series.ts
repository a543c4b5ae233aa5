import type { Measure } from '../../measures/measure.ts';
import { colourRules, lineColours, ratingColours } from './colours.ts';
import { amongQuery, knownQuery, metricsOf } from './measure-metrics.ts';
import { type TsvbMetric, type TsvbQuery, tsvbQuery } from './metric.ts';
import { formats } from './unit.ts';

/** A line, a column of a table or a list of bars. */
export type TsvbSeries = {
  readonly id: string;
  readonly label: string;
  readonly metrics: readonly TsvbMetric[];
  readonly filter: TsvbQuery;
  readonly formatter: string;
  readonly value_template: string;
  readonly color: string;
  readonly color_rules: readonly object[];
  readonly split_mode: 'everything' | 'terms';
  readonly split_color_mode: 'opensearchDashboards';
  readonly axis_position: 'right';
  readonly separate_axis: 0;
  readonly chart_type: 'line' | 'bar';
  readonly line_width: number;
  readonly point_size: number;
  readonly fill: number;
  readonly stacked: 'none';
  readonly terms_field?: string;
  readonly terms_size?: string;
  readonly terms_order_by?: '_count';
  readonly terms_direction?: 'desc';
};

const look = {
  split_mode: 'everything',
  split_color_mode: 'opensearchDashboards',
  axis_position: 'right',
  separate_axis: 0,
  chart_type: 'line',
  line_width: 2,
  point_size: 2,
  fill: 0,
  stacked: 'none',
} as const;

/** TSVB takes series by the beginning of their ids, so none may begin as another: `mos` and `mosToAgent` would. */
const seriesId = (id: string) => `${id}-series`;

/** A measure as a line, a bar or a figure; there is none where nothing was measured. */
export function seriesOf(measure: Measure, place = 0): TsvbSeries {
  return {
    ...look,
    id: seriesId(measure.id),
    label: measure.name,
    metrics: metricsOf(measure),
    filter: tsvbQuery(knownQuery(measure)),
    ...formats[measure.unit],
    color: lineColours[place % lineColours.length] ?? lineColours[0],
    color_rules: [],
  };
}

/**
 * A measure as a column of a table, fair and poor figures in their colours. In a table TSVB writes 0 where there is no
 * figure (`get_last_value.js`, up to 3.6 at least), and nobody may read that what was not measured is good: so there is
 * one that no measure can have, in a colour that nobody sees. Counts are 0 in truth.
 */
export function columnOf(measure: Measure): TsvbSeries {
  const rules = colourRules(measure).map(({ rating, ...rule }) => ({ ...rule, text: ratingColours[rating] }));
  const unseen = { id: `${measure.id}-none`, operator: 'lt', value: 0, text: 'rgba(0,0,0,0)' };
  return {
    ...seriesOf(measure),
    metrics: metricsOf(measure, '-0.01'),
    filter: tsvbQuery(amongQuery(measure)),
    color_rules: measure.unit === 'count' ? rules : [...rules, unseen],
  };
}

/** A line for each of the values of a field that most documents have. */
export function splitBy(series: TsvbSeries, field: string, size: number): TsvbSeries {
  return {
    ...series,
    split_mode: 'terms',
    terms_field: field,
    terms_size: String(size),
    terms_order_by: '_count',
    terms_direction: 'desc',
  };
}

/** The lines from which on a measure's figures are fair and poor. */
export function limitSeries(measure: Measure): readonly TsvbSeries[] {
  return colourRules(measure).map(({ id, value, rating }) => ({
    ...look,
    id: seriesId(id),
    label: `${rating} ${measure.better === 'higher' ? 'below' : 'above'} this`,
    metrics: [{ id, type: 'static', value: String(value) }],
    filter: tsvbQuery(''),
    ...formats[measure.unit],
    color: ratingColours[rating],
    color_rules: [],
    line_width: 1,
    point_size: 0,
  }));
}
