import type { Option, Series } from './echarts.ts';
import { frame, timeAxis, valueAxis } from './frame.ts';
import type { Palette } from './palette.ts';
import type { Point } from './seconds.ts';
import { type Lane, lanes, type Timeline } from './timeline.ts';
import { background, eventLabels, limitArea } from './timeline-background.ts';
import { tooltipContent } from './tooltip.ts';

/** Room for half of a time at the right; a lane is not to be narrower than the others for its labels' sake. */
const sides = { left: 48, right: 32, outerBoundsMode: 'none' as const };

/** One direction of a call, second by second: lanes over the same time. */
export function timelineOption(data: Timeline, palette: Palette): Option {
  const { seconds, limits } = data;
  return {
    ...frame(palette),
    grid: lanes.map(({ top, height }) => ({ ...sides, top, height })),
    axisPointer: { link: [{ xAxisIndex: 'all' }] },
    xAxis: lanes.map((_, lane) => xAxis(data, palette, lane)),
    yAxis: lanes.map((lane, i) => yAxis(data, palette, lane, i)),
    dataZoom: [
      {
        type: 'inside',
        xAxisIndex: lanes.map((_, lane) => lane),
        filterMode: 'none',
        zoomOnMouseWheel: 'ctrl',
      },
    ],
    series: [
      line('MOS', 0, seconds.mos, palette.line, {
        lineStyle: { width: 2.5 },
        ...limitArea(limits, palette, 'mos'),
      }),
      lossBars(data, palette),
      line(
        'Round trip',
        2,
        seconds.roundTripTimeMillis,
        palette.line,
        limitArea(limits, palette, 'roundTripTimeMillis'),
      ),
      line('Jitter', 3, seconds.jitterMillis, palette.secondLine, limitArea(limits, palette, 'jitterMillis')),
      line('Level', 4, seconds.audioLevel, palette.faint, {
        areaStyle: { color: palette.volume, opacity: 0.8 },
      }),
      ...lanes.map((_, lane) => background(data, palette, lane)),
      eventLabels(data, palette),
    ],
    tooltip: { ...frame(palette).tooltip, formatter: (hovered: unknown) => describe(data, palette, hovered) },
  };
}

function xAxis(data: Timeline, palette: Palette, lane: number) {
  const isLast = lane === lanes.length - 1;
  const axis = timeAxis(palette, lane, { min: data.from, max: data.to }, isLast);
  return { ...axis, axisLabel: { ...axis.axisLabel, formatter: data.formatTime } };
}

/** The lane's name stands above it; its scale is named at both ends only. An empty lane says why it is empty. */
function yAxis({ seconds }: Timeline, palette: Palette, lane: Lane, i: number) {
  const { name, figure, scale, formOnly = false } = lane;
  const axis = valueAxis(palette, i, String);
  const isMeasured = seconds[figure].some(([, value]) => value !== null);
  return {
    ...axis,
    ...scale,
    name: isMeasured ? name : `${name}: not measured`,
    nameLocation: 'end' as const,
    nameGap: 8,
    nameTextStyle: { align: 'left' as const, color: palette.text, fontWeight: 600, padding: [0, 0, 0, -40] },
    axisLabel: { ...axis.axisLabel, show: !formOnly, fontSize: 11 },
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
    itemStyle: { color },
    data: points.map(([at, value]) => [at, value ?? '-']),
    ...more,
    lineStyle: { width: 1.5, color, ...('lineStyle' in more ? (more.lineStyle as object) : {}) },
  };
}

function lossBars({ seconds, limits }: Timeline, palette: Palette): Series {
  const colorOf = (value: number) => {
    if (value > limits.poor.packetsLostPercent) return palette.poor;
    return value > limits.fair.packetsLostPercent ? palette.fair : palette.good;
  };
  return {
    name: 'Loss',
    type: 'bar',
    xAxisIndex: 1,
    yAxisIndex: 1,
    barMinWidth: 1,
    barMaxWidth: 6,
    data: seconds.lossPercent.map(([at, value]) => ({
      value: [at, value ?? '-'] as [number, number | '-'],
      itemStyle: { color: colorOf(value ?? 0) },
    })),
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
