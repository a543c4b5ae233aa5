import type { Option, Series } from './echarts.ts';
import { frame, timeAxis, valueAxis } from './frame.ts';
import { beyondLimits, type LimitBounds, limitLines } from './limit-marks.ts';
import type { Palette } from './palette.ts';
import type { Scale } from './scales.ts';
import { tooltipContent } from './tooltip.ts';

export type Line = {
  readonly name: string;
  readonly color: string;
  readonly values: readonly (number | null)[];
  readonly restsOn: readonly number[];
  /** A column that rests on fewer is a gap: half of two is no half. */
  readonly fewest: number;
};

/** Lines that share a scale. */
export type LinesLane = {
  readonly lines: readonly Line[];
  readonly scale: Scale;
  readonly bounds?: LimitBounds | undefined;
  /** Where they should stay, where somebody said so. */
  readonly target?: number | undefined;
  readonly format: (value: number | null) => string;
  readonly formatTick: (value: number) => string;
};

/** Several lines over the same time, in lanes below each other. */
export type Lines = {
  /** When each column begins, in epoch milliseconds, and when the last one ends. */
  readonly times: readonly number[];
  readonly end: number;
  readonly lanes: readonly LinesLane[];
  readonly formatTime: (from: number, to: number) => string;
};

/** What a line shows of each column; null is a gap. */
function shownValues({ values, restsOn, fewest }: Omit<Line, 'name' | 'color'>): (number | null)[] {
  return values.map((value, i) => ((restsOn[i] ?? 0) >= fewest ? value : null));
}

/** Whether there is anything to draw. */
export function isDrawn({ lines }: Pick<LinesLane, 'lines'>): boolean {
  return lines.some((line) => shownValues(line).some((value) => value !== null));
}

const lane = { height: 150, gap: 26, top: 12, bottom: 28 };

/** In pixels. */
export function linesHeight({ lanes }: Pick<Lines, 'lanes'>): number {
  return lane.top + lanes.length * (lane.height + lane.gap) - lane.gap + lane.bottom;
}

/** The picture of several lines over time. */
export function linesOption(data: Lines, palette: Palette): Option {
  const bounds = { min: data.times[0] ?? 0, max: data.end };
  const last = data.lanes.length - 1;
  return {
    ...frame(palette),
    grid: data.lanes.map((_, i) => ({
      left: 56,
      right: 44,
      top: lane.top + i * (lane.height + lane.gap),
      height: lane.height,
    })),
    axisPointer: { link: [{ xAxisIndex: 'all' }] },
    xAxis: data.lanes.map((one, i) => ({
      ...timeAxis(palette, i, bounds, i === last),
      ...(isDrawn(one) ? {} : nothingDrawn(palette)),
    })),
    yAxis: data.lanes.map(({ scale, formatTick }, i) => ({ ...valueAxis(palette, i, formatTick), ...scale })),
    series: data.lanes.flatMap((one, i) => [
      ...one.lines.map((line) => seriesOf(data, line, i)),
      limitsOf(one, i, palette),
    ]),
    tooltip: { ...frame(palette).tooltip, formatter: (hovered: unknown) => describe(data, hovered) },
  };
}

/** In the middle of a lane that would else be empty without a word: an axis can carry a name, a grid cannot. */
function nothingDrawn(palette: Palette) {
  return {
    name: 'Nothing to draw in this time',
    nameLocation: 'middle' as const,
    nameGap: -lane.height / 2,
    nameTextStyle: { color: palette.faint, verticalAlign: 'middle' as const },
  };
}

const endOf = (data: Lines, i: number) => data.times[i + 1] ?? data.end;

function seriesOf(data: Lines, line: Line, index: number): Series {
  const { name, color, values } = line;
  return {
    name,
    type: 'line',
    xAxisIndex: index,
    yAxisIndex: index,
    connectNulls: false,
    showSymbol: true,
    symbol: 'circle',
    symbolSize: values.length > 60 ? 2 : 4,
    lineStyle: { width: 2, color },
    itemStyle: { color },
    data: shownValues(line).map((value, i) => [((data.times[i] ?? 0) + endOf(data, i)) / 2, value ?? '-']),
  };
}

/** Of a lane, not of a line: a series without points carries the marks. */
function limitsOf({ bounds, target, lines }: LinesLane, index: number, palette: Palette): Series {
  const reach = Math.max(0, ...lines.flatMap(({ values }) => values.filter((value) => value !== null)));
  const marks = {
    ...(bounds ? beyondLimits(bounds, palette) : {}),
    ...limitLines(bounds, { reach, target }, palette),
  };
  return { name: '', type: 'line', xAxisIndex: index, yAxisIndex: index, data: [], ...marks };
}

function describe(data: Lines, hovered: unknown): HTMLElement {
  const [first] = (Array.isArray(hovered) ? hovered : []) as { dataIndex: number }[];
  const i = first?.dataIndex ?? 0;
  const rows = data.lanes.flatMap(({ lines, format }) =>
    lines.map(({ name, color, values, restsOn }) => ({
      name,
      value: `${format(values[i] ?? null)} of ${restsOn[i] ?? 0}`,
      color,
    })),
  );
  return tooltipContent(data.formatTime(data.times[i] ?? 0, endOf(data, i)), rows);
}
