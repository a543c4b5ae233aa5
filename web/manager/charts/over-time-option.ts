import type { Rating } from '../../../model/quality/rating.ts';
import type { Option, Series } from './echarts.ts';
import { frame, timeAxis, valueAxis } from './frame.ts';
import { beyondLimits, type LimitBounds, limitLines } from './limit-marks.ts';
import type { Palette } from './palette.ts';
import type { Scale } from './scales.ts';
import { tooltipContent } from './tooltip.ts';

/** One measure over time, with how much it rests on below it. */
export type OverTime = {
  readonly name: string;
  /** When each column begins, in epoch milliseconds, and when the last one ends. */
  readonly times: readonly number[];
  readonly end: number;
  readonly values: readonly (number | null)[];
  readonly ratings: readonly Rating[];
  /** Shares are columns; everything else is a line, which is broken where nothing was measured. */
  readonly asColumns: boolean;
  /** Without limits a column has no rating to be coloured by: it is neither good nor bad. */
  readonly hasLimits: boolean;
  readonly volumeName: string;
  readonly volumes: readonly number[];
  readonly limits?: LimitBounds | undefined;
  /** Where it should stay, where somebody said so. */
  readonly target?: number | undefined;
  readonly scale: Scale;
  readonly format: (value: number | null) => string;
  readonly formatTick: (value: number) => string;
  readonly formatTime: (from: number, to: number) => string;
};

/** The picture of one measure over time. */
export function overTimeOption(data: OverTime, palette: Palette): Option {
  const bounds = { min: data.times[0] ?? 0, max: data.end };
  return {
    ...frame(palette),
    grid: [
      { left: 56, right: 36, top: 12, height: 168 },
      { left: 56, right: 36, top: 204, height: 44 },
    ],
    axisPointer: { link: [{ xAxisIndex: 'all' }] },
    xAxis: [timeAxis(palette, 0, bounds, false), timeAxis(palette, 1, bounds, true)],
    yAxis: [
      {
        ...valueAxis(palette, 0, data.formatTick),
        ...data.scale,
      },
      { ...valueAxis(palette, 1, (value) => (value === 0 ? '' : String(value))), splitNumber: 1 },
    ],
    series: [valueSeries(data, palette), volumeSeries(data, palette)],
    tooltip: { ...frame(palette).tooltip, formatter: (hovered: unknown) => describe(data, palette, hovered) },
  };
}

const endOf = (data: OverTime, i: number) => data.times[i + 1] ?? data.end;

/** A column is drawn in its middle, so that it covers the time it is about. */
const middle = (data: OverTime, i: number) => ((data.times[i] ?? 0) + endOf(data, i)) / 2;

function valueSeries(data: OverTime, palette: Palette): Series {
  const shared = { name: data.name, xAxisIndex: 0, yAxisIndex: 0, ...limitMarks(data, palette) };
  if (data.asColumns) {
    const columns = data.values.map((value, i) => ({
      value: [middle(data, i), value ?? '-'] as [number, number | '-'],
      itemStyle: { color: colorOf(data, i, palette) },
    }));
    return { ...shared, type: 'bar', barCategoryGap: '4%', data: columns };
  }
  return {
    ...shared,
    type: 'line',
    data: data.values.map((value, i) => [middle(data, i), value ?? '-']),
    connectNulls: false,
    showSymbol: true,
    symbol: 'circle',
    symbolSize: data.values.length > 60 ? 3 : 5,
    lineStyle: { width: 2, color: palette.line },
    itemStyle: { color: palette.line },
  };
}

function colorOf({ hasLimits, ratings }: OverTime, i: number, palette: Palette): string {
  return hasLimits ? palette[ratings[i] ?? 'unclassified'] : palette.line;
}

function limitMarks({ limits, target, values }: OverTime, palette: Palette) {
  const reach = Math.max(0, ...values.filter((value) => value !== null));
  return {
    ...(limits ? beyondLimits(limits, palette) : {}),
    ...limitLines(limits, { reach, target }, palette),
  };
}

function volumeSeries(data: OverTime, palette: Palette): Series {
  return {
    name: data.volumeName,
    type: 'bar',
    xAxisIndex: 1,
    yAxisIndex: 1,
    barCategoryGap: '4%',
    itemStyle: { color: palette.volume },
    data: data.volumes.map((volume, i) => [middle(data, i), volume]),
  };
}

function describe(data: OverTime, palette: Palette, hovered: unknown): HTMLElement {
  const [first] = Array.isArray(hovered) ? (hovered as { dataIndex: number }[]) : [];
  const i = first?.dataIndex ?? 0;
  const title = data.formatTime(data.times[i] ?? 0, endOf(data, i));
  return tooltipContent(title, [
    {
      name: data.name,
      value: data.format(data.values[i] ?? null),
      color: colorOf(data, i, palette),
    },
    { name: data.volumeName, value: String(data.volumes[i] ?? 0), color: palette.volume },
  ]);
}
