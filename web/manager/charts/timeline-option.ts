import type { QualityLimits } from '../../../model/quality/limits.ts';
import type { Option, Series } from './echarts.ts';
import { frame, timeAxis, valueAxis } from './frame.ts';
import type { Palette } from './palette.ts';
import type { Point, Seconds } from './seconds.ts';
import { tooltipContent } from './tooltip.ts';

export type Mark = { readonly at: number; readonly name: string };
export type Span = { readonly from: number; readonly to: number; readonly name: string };

/** What one direction's timeline shows. */
export type Timeline = {
  readonly seconds: Seconds;
  readonly limits: QualityLimits;
  readonly from: number;
  readonly to: number;
  readonly marks: readonly Mark[];
  readonly spans: readonly Span[];
  readonly formatTime: (at: number) => string;
};

const lanes = [
  { name: 'MOS', top: 30, height: 64 },
  { name: 'Loss, %', top: 122, height: 64 },
  { name: 'RTT and jitter, ms', top: 214, height: 64 },
  { name: 'Audio level', top: 306, height: 44 },
] as const;
export const timelineHeight = 380;

/** One direction of a call, second by second: four lanes over the same time. */
export function timelineOption(data: Timeline, palette: Palette): Option {
  const { seconds } = data;
  const bounds = { min: data.from, max: data.to };
  return {
    ...frame(palette),
    grid: lanes.map(({ top, height }) => ({ left: 52, right: 12, top, height })),
    axisPointer: { link: [{ xAxisIndex: 'all' }] },
    xAxis: lanes.map((_, i) => ({
      ...timeAxis(palette, i, bounds, i === lanes.length - 1),
      axisLabel: {
        show: i === lanes.length - 1,
        color: palette.faint,
        hideOverlap: true,
        formatter: data.formatTime,
      },
    })),
    yAxis: lanes.map(({ name }, i) => ({
      ...valueAxis(palette, i, i === 3 ? () => '' : String),
      splitNumber: 2,
      name,
      nameLocation: 'end' as const,
      nameGap: 8,
      nameTextStyle: {
        align: 'left' as const,
        color: palette.text,
        fontWeight: 600,
        padding: [0, 0, 0, -44],
      },
      ...(i === 0 ? { min: 1, max: 4.5, interval: 1.75 } : { min: 0 }),
      ...(i === 1 ? { max: (extent: { max: number }) => Math.max(10, Math.ceil(extent.max)) } : {}),
    })),
    dataZoom: [{ type: 'inside', xAxisIndex: [0, 1, 2, 3], filterMode: 'none', zoomOnMouseWheel: 'ctrl' }],
    series: [
      line('MOS', 0, seconds.mos, palette.line, { ...limitArea(data, palette, 'mos', 0) }),
      bars('Loss', 1, seconds.lossPercent, palette, data.limits),
      line(
        'Round trip',
        2,
        seconds.roundTripTimeMillis,
        palette.line,
        limitArea(data, palette, 'roundTripTimeMillis', 2),
      ),
      line('Jitter', 2, seconds.jitterMillis, palette.secondLine),
      line('Level', 3, seconds.audioLevel, palette.faint, {
        areaStyle: { color: palette.volume, opacity: 0.8 },
      }),
      ...lanes.map((_, i) => background(data, palette, i)),
    ],
    tooltip: { ...frame(palette).tooltip, formatter: (hovered: unknown) => describe(data, palette, hovered) },
  };
}

function line(
  name: string,
  lane: number,
  points: readonly Point[],
  color: string,
  more: object = {},
): Series {
  return {
    name,
    type: 'line',
    xAxisIndex: lane,
    yAxisIndex: lane,
    showSymbol: false,
    connectNulls: false,
    lineStyle: { width: 1.5, color },
    itemStyle: { color },
    data: points.map(([at, value]) => [at, value ?? '-']),
    ...more,
  };
}

function bars(
  name: string,
  lane: number,
  points: readonly Point[],
  palette: Palette,
  limits: QualityLimits,
): Series {
  const colorOf = (value: number) => {
    if (value > limits.poor.packetsLostPercent) return palette.poor;
    return value > limits.fair.packetsLostPercent ? palette.fair : palette.good;
  };
  return {
    name,
    type: 'bar',
    xAxisIndex: lane,
    yAxisIndex: lane,
    barMinWidth: 1,
    barMaxWidth: 6,
    large: false,
    itemStyle: { color: palette.poor },
    data: points.map(([at, value]) => ({
      value: [at, value ?? '-'] as [number, number | '-'],
      itemStyle: { color: colorOf(value ?? 0) },
    })),
  };
}

/** What lies beyond the limits is shaded. */
function limitArea(data: Timeline, palette: Palette, figure: 'mos' | 'roundTripTimeMillis', lane: number) {
  const { fair, poor } = { fair: data.limits.fair[figure], poor: data.limits.poor[figure] };
  const beyond = lane === 0 ? 1 : 1e6;
  const area = (from: number, to: number, color: string) => [
    { yAxis: from, itemStyle: { color, opacity: 0.12 } },
    { yAxis: to },
  ];
  return {
    markArea: {
      silent: true,
      data: [area(fair, poor, palette.fair), area(poor, beyond, palette.poor)],
    },
  };
}

/** Events as lines through all lanes, with their names above the first; holds, mutes and gaps as bands. */
function background(data: Timeline, palette: Palette, lane: number): Series {
  const gaps = data.seconds.gaps.map(([from, to]) => ({ from, to, name: 'No data' }));
  return {
    name: '',
    type: 'line',
    xAxisIndex: lane,
    yAxisIndex: lane,
    data: [],
    markLine: {
      silent: true,
      symbol: 'none',
      lineStyle: { color: palette.faint, type: 'solid', width: 1, opacity: 0.5 },
      label: { show: false },
      data: data.marks.map(({ at, name }) => ({ name, xAxis: at })),
    },
    markArea: {
      silent: true,
      itemStyle: { color: palette.hold },
      label: { show: lane === 0, color: palette.faint, position: 'insideTop', fontSize: 11 },
      data: [...data.spans, ...gaps].map(({ from, to, name }) => [{ name, xAxis: from }, { xAxis: to }]),
    },
  };
}

function describe(data: Timeline, palette: Palette, hovered: unknown): HTMLElement {
  const rows = (Array.isArray(hovered) ? hovered : []) as { seriesName: string; value: [number, unknown] }[];
  const at = Number(rows[0]?.value[0] ?? data.from);
  const near = data.marks.filter((mark) => Math.abs(mark.at - at) < 1500);
  const units: Record<string, string> = { Loss: ' %', 'Round trip': ' ms', Jitter: ' ms' };
  const shown = rows.filter(({ value }) => typeof value[1] === 'number');
  return tooltipContent(data.formatTime(at), [
    ...shown.map(({ seriesName, value }) => ({
      name: seriesName,
      value: `${Math.round(Number(value[1]) * 100) / 100}${units[seriesName] ?? ''}`,
      color: seriesName === 'Jitter' ? palette.secondLine : palette.line,
    })),
    ...near.map(({ name }) => ({ name, value: '' })),
  ]);
}
