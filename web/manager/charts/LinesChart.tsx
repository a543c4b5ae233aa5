import { useMemo } from 'react';
import { Chart, type DrawChart } from './Chart.tsx';
import { type Lines, linesHeight, linesOption } from './lines-option.ts';
import { type Mode, palettes } from './palette.ts';

type Props = {
  readonly data: Lines;
  readonly mode: Mode;
  readonly label: string;
  /** Called with the stretch that was dragged over or clicked, in epoch milliseconds. */
  readonly onStretch: (from: number, to: number) => void;
  readonly draw: DrawChart;
};

/** Several lines over time; dragging over it picks a stretch. */
export function LinesChart({ data, mode, label, onStretch, draw }: Props) {
  const option = useMemo(() => linesOption(data, palettes[mode]), [data, mode]);
  return <Chart {...{ option, label, onStretch, draw }} height={linesHeight(data)} />;
}
