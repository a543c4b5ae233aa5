import { useMemo } from 'react';
import { Chart, type DrawChart } from './Chart.tsx';
import { type OverTime, overTimeOption } from './over-time-option.ts';
import { type Mode, palettes } from './palette.ts';

type Props = {
  readonly data: OverTime;
  readonly mode: Mode;
  readonly label: string;
  /** Called with the stretch that was dragged over or clicked, in epoch milliseconds. */
  readonly onStretch: (from: number, to: number) => void;
  readonly draw?: DrawChart;
};

/** One measure over time; dragging over it picks a stretch, a click one column. */
export function OverTimeChart({ data, mode, label, onStretch, draw }: Props) {
  const option = useMemo(() => overTimeOption(data, palettes[mode]), [data, mode]);
  return <Chart {...{ option, label, onStretch }} {...(draw ? { draw } : {})} height={280} />;
}
