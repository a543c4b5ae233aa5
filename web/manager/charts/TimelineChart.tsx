import { useMemo } from 'react';
import { Chart, type DrawChart } from './Chart.tsx';
import { type Mode, palettes } from './palette.ts';
import { type Timeline, timelineHeight } from './timeline.ts';
import { timelineOption } from './timeline-option.ts';

type Props = {
  readonly data: Timeline;
  readonly mode: Mode;
  readonly label: string;
  readonly group: string;
  readonly draw: DrawChart;
};

/** One direction of a call; charts of one group show the same moment. */
export function TimelineChart({ data, mode, label, group, draw }: Props) {
  const option = useMemo(() => timelineOption(data, palettes[mode]), [data, mode]);
  return <Chart option={option} height={timelineHeight} label={label} group={group} draw={draw} />;
}
