import { useMemo } from 'react';
import { Chart, type DrawChart } from './Chart.tsx';
import { type DistributionPicture, distributionOption } from './distribution-option.ts';
import { type Mode, palettes } from './palette.ts';

type Props = {
  readonly data: DistributionPicture;
  readonly mode: Mode;
  readonly label: string;
  readonly draw: DrawChart;
};

/** How often which values are: columns per bucket. */
export function DistributionChart({ data, mode, label, draw }: Props) {
  const option = useMemo(() => distributionOption(data, palettes[mode]), [data, mode]);
  return <Chart {...{ option, label, draw }} height={distributionHeight} />;
}

export const distributionHeight = 260;
