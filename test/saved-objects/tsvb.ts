import * as z from 'zod';
import type { Visualization } from './read-export.ts';

/** What TSVB's own schema asks of the params of a panel, as far as a panel uses it; anything else it takes unread. */
const text = z.string().nullish();
const whole = z.int().optional();
const query = z.object({ language: z.string(), query: z.string() });
const bound = z.union([z.string(), z.number()]).nullish();
const colourRule = z.object({
  id: text,
  value: z.number().nullish(),
  operator: z.enum(['gt', 'gte', 'lt', 'lte']),
});

const metric = z.object({
  id: z.string(),
  type: z.string(),
  field: text,
  metric_agg: text,
  numerator: query.optional(),
  denominator: query.optional(),
  script: text,
  value: text,
  variables: z.array(z.object({ id: z.string(), field: z.string(), name: z.string() })).optional(),
});
export type TsvbMetric = z.infer<typeof metric>;

/** A query in DQL or Lucene; TSVB also keeps an empty text for none. */
const noQuery = { language: 'kuery', query: '' };
const filter = z.union([query, z.literal('').transform(() => noQuery)]).default(noQuery);
const size = z.union([z.number(), z.literal('')]).optional();

const series = z.object({
  id: z.string(),
  label: text,
  axis_position: z.string(),
  chart_type: z.string(),
  color: z.string(),
  color_rules: z.array(colourRule.extend({ id: z.string() })).optional(),
  fill: size,
  filter,
  formatter: z.string(),
  line_width: size,
  point_size: size,
  metrics: z.array(metric).min(1),
  separate_axis: whole,
  split_mode: z.string(),
  stacked: z.string(),
  terms_field: text,
  terms_size: text,
  terms_order_by: text,
  terms_direction: text,
});
export type TsvbSeries = z.infer<typeof series>;

const panel = z.object({
  id: z.string(),
  type: z.enum(['timeseries', 'metric', 'top_n', 'gauge', 'markdown', 'table']),
  index_pattern: z.string(),
  interval: z.string(),
  time_field: z.string(),
  time_range_mode: text,
  axis_formatter: z.string(),
  axis_position: z.string(),
  axis_scale: z.string(),
  axis_min: bound,
  axis_max: bound,
  background_color_rules: z.array(colourRule).optional(),
  bar_color_rules: z.array(colourRule.extend({ bar_color: z.string() })).optional(),
  drop_last_bucket: whole,
  filter,
  isModelInvalid: z.literal(false).optional(),
  pivot_id: text,
  pivot_rows: text,
  series: z.array(series).min(1),
  show_grid: z.int(),
  show_legend: z.int(),
  tooltip_mode: z.enum(['show_all', 'show_focused']).optional(),
});
export type TsvbPanel = z.infer<typeof panel>;

/** The panel of a visualization of type `metrics`. Throws if TSVB would not take it. */
export const tsvbPanelOf = ({ attributes }: Visualization): TsvbPanel =>
  panel.parse(attributes.visState.params);
