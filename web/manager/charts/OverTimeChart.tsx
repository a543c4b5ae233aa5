import { useMemo } from 'react';
import { Chart } from './Chart.tsx';
import { columnAt, type OverTime, overTimeOption } from './over-time-option.ts';
import { type Mode, palettes } from './palette.ts';

type Props = {
  readonly data: OverTime;
  readonly mode: Mode;
  readonly label: string;
  /** Called with the column that was clicked. */
  readonly onPick: (column: number) => void;
};

/** One measure over time; a click picks a column. */
export function OverTimeChart({ data, mode, label, onPick }: Props) {
  const option = useMemo(() => overTimeOption(data, palettes[mode]), [data, mode]);
  const pick = (x: number) => {
    const column = columnAt(data.times, x);
    if (column >= 0) onPick(column);
  };
  return <Chart option={option} height={280} label={label} onPick={pick} />;
}
