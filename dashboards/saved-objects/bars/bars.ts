import type { SavedObject, Source } from '../saved-object.ts';
import { visualization } from '../visualization.ts';
import { type Aggregation, numbered } from './aggregation.ts';

export type Bars = {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly source: Source;
  /** Upright, or lying where their names are long. */
  readonly type: 'histogram' | 'horizontal_bar';
  /** The metric first. */
  readonly aggregations: readonly [Aggregation, ...Aggregation[]];
  /** By the value of what the bars are parted by. */
  readonly colours?: Readonly<Record<string, string>>;
};

/** Bars of an aggregation; parts of a bar lie upon each other. One filters by a click and zooms by a drag. */
export function bars({ type, aggregations, colours, ...its }: Bars): SavedObject {
  const label = String(aggregations[0].params.customLabel);
  const lying = type === 'horizontal_bar';
  const params = {
    type: 'histogram',
    grid: { categoryLines: false },
    categoryAxes: [categoryAxis(lying)],
    valueAxes: [valueAxis(lying, label)],
    seriesParams: [seriesOf(label)],
    addTooltip: true,
    addLegend: aggregations.some(({ schema }) => schema === 'group'),
    legendPosition: 'right',
    times: [],
    addTimeMarker: false,
    labels: { show: false },
    thresholdLine: { show: false, value: 10, width: 1, style: 'full', color: '#E7664C' },
  };
  const uiState = colours ? { vis: { colors: colours } } : {};
  return visualization({ ...its, type, params, aggs: numbered(aggregations), uiState });
}

function categoryAxis(lying: boolean) {
  return {
    id: 'CategoryAxis-1',
    type: 'category',
    position: lying ? 'left' : 'bottom',
    show: true,
    style: {},
    scale: { type: 'linear' },
    labels: { show: true, rotate: 0, filter: !lying, truncate: 200 },
    title: {},
  };
}

function valueAxis(lying: boolean, text: string) {
  return {
    id: 'ValueAxis-1',
    name: lying ? 'BottomAxis-1' : 'LeftAxis-1',
    type: 'value',
    position: lying ? 'bottom' : 'left',
    show: true,
    style: {},
    scale: { type: 'linear', mode: 'normal' },
    labels: { show: true, rotate: 0, filter: lying, truncate: 100 },
    title: { text },
  };
}

function seriesOf(label: string) {
  return {
    show: true,
    type: 'histogram',
    mode: 'stacked',
    data: { id: '1', label },
    valueAxis: 'ValueAxis-1',
    drawLinesBetweenPoints: true,
    lineWidth: 2,
    showCircles: true,
  };
}
