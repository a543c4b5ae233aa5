import type { Option } from './echarts.ts';
import type { Palette } from './palette.ts';

const fontFamily = "'Open Sans', 'Helvetica Neue', Roboto, Arial, sans-serif";

/** What all pictures have in common. */
export function frame(palette: Palette): Option {
  return {
    animation: false,
    textStyle: { fontFamily, color: palette.faint, fontSize: 12 },
    tooltip: {
      trigger: 'axis',
      confine: true,
      transitionDuration: 0,
      backgroundColor: palette.surface,
      borderColor: palette.grid,
      padding: 0,
      textStyle: { color: palette.text, fontFamily, fontSize: 12 },
      axisPointer: { type: 'line', lineStyle: { color: palette.faint, type: 'solid', width: 1 } },
    },
  };
}

/** By how coarse the ticks are; in the browser's own time zone, as everything else here. */
const timeLabels = { month: '{MMM} {yyyy}', day: '{ee} {d}', hour: '{HH}:{mm}', minute: '{HH}:{mm}' };

/** An x axis of time without ticks of its own; labels only where asked for. */
export function timeAxis(
  palette: Palette,
  gridIndex: number,
  bounds: { min: number; max: number },
  labels: boolean,
) {
  return {
    type: 'time' as const,
    gridIndex,
    ...bounds,
    // Else an axis with bars is widened by half a bar, and shows other times than the axis above it.
    containShape: false,
    axisLine: { lineStyle: { color: palette.grid } },
    axisTick: { show: false },
    axisLabel: { show: labels, color: palette.faint, hideOverlap: true, formatter: timeLabels },
    splitLine: { show: false },
  };
}

/** A y axis with a few faint lines. */
export function valueAxis(palette: Palette, gridIndex: number, format: (value: number) => string) {
  return {
    type: 'value' as const,
    gridIndex,
    splitNumber: 3,
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: { color: palette.faint, formatter: format },
    splitLine: { lineStyle: { color: palette.grid } },
  };
}
