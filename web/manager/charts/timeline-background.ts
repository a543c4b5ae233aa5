import type { Limits, QualityLimits } from '../../../model/quality/limits.ts';
import type { Series } from './echarts.ts';
import type { Palette } from './palette.ts';
import type { Mark, Timeline } from './timeline.ts';

/** What lies beyond the limits is shaded: first fair, then poor. */
export function limitArea(limits: QualityLimits, palette: Palette, figure: keyof Limits) {
  const beyond = figure === 'mos' ? 1 : 1e6;
  const area = (from: number, to: number, color: string) => [
    { yAxis: from, itemStyle: { color, opacity: 0.13 } },
    { yAxis: to },
  ];
  const { fair, poor } = limits;
  return {
    markArea: {
      silent: true,
      data: [area(fair[figure], poor[figure], palette.fair), area(poor[figure], beyond, palette.poor)],
    },
  };
}

/** Events as lines through a lane; holds, mutes and gaps as bands, named above the first lane. */
export function background(data: Timeline, palette: Palette, lane: number): Series {
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
      lineStyle: { color: palette.faint, type: 'solid', width: 1, opacity: 0.4 },
      label: { show: false },
      data: data.marks.map(({ at, name }) => ({ name, xAxis: at })),
    },
    markArea: {
      silent: true,
      itemStyle: { color: palette.hold },
      label: { show: lane === 0, color: palette.faint, position: 'top', fontSize: 11, distance: 2 },
      data: [...data.spans, ...gaps].map(({ from, to, name }) => [{ name, xAxis: from }, { xAxis: to }]),
    },
  };
}

/** The events' names above all lanes; those too near to each other to be read apart share a line. */
export function eventLabels(data: Timeline, palette: Palette): Series {
  const middle = (data.from + data.to) / 2;
  const named = new Set(data.spans.flatMap(({ from, to }) => [from, to]));
  const alone = data.marks.filter(({ at }) => !named.has(at));
  return {
    name: '',
    type: 'line',
    xAxisIndex: 0,
    yAxisIndex: 0,
    data: [],
    markLine: {
      silent: true,
      symbol: 'none',
      lineStyle: { color: palette.faint, type: 'solid', width: 1 },
      data: together(alone, (data.to - data.from) / 8).map(({ at, name }) => ({
        name,
        xAxis: at,
        label: {
          position: 'end' as const,
          formatter: name,
          color: palette.faint,
          fontSize: 11,
          distance: 18,
          align: at < middle ? ('left' as const) : ('right' as const),
        },
      })),
    },
  };
}

function together(marks: readonly Mark[], nearMillis: number): Mark[] {
  const merged: Mark[] = [];
  for (const mark of marks) {
    const last = merged[merged.length - 1];
    if (last && mark.at - last.at < nearMillis) {
      merged[merged.length - 1] = { at: last.at, name: `${last.name}, ${mark.name.toLowerCase()}` };
    } else {
      merged.push(mark);
    }
  }
  return merged;
}
