import { lazy, Suspense, useMemo, useRef } from 'react';
import type { DistributionPanel, Panel } from '../../../dashboards/panels/panel.ts';
import type { AnswerOf } from '../../../model/query/page.ts';
import { bucketTones } from '../charts/bucket-tones.ts';
import type { DrawChart } from '../charts/Chart.tsx';
import type { DistributionPicture } from '../charts/distribution-option.ts';
import type { LimitBounds } from '../charts/limit-marks.ts';
import type { Mode } from '../charts/palette.ts';
import { seriesColor } from '../charts/series-colors.ts';
import { pixelRatio } from '../download/picture.ts';
import { tableOfDistribution } from '../tables/table-of-panel.ts';
import { useMode } from '../theme/mode.ts';
import { boundNames } from '../words/bound-names.ts';
import { formatCount, formatPercent } from '../words/format-figure.ts';
import { AsTable } from './AsTable.tsx';
import type { Around } from './around.ts';
import { Legend } from './Legend.tsx';
import { boundsOf } from './over-time-of.ts';
import { PanelShell } from './PanelShell.tsx';

const DistributionChart = lazy(async () => ({
  default: (await import('../charts/DistributionChart.tsx')).DistributionChart,
}));

type Props = {
  readonly panel: Panel & DistributionPanel;
  readonly answer: AnswerOf<'distribution'>;
  readonly around: Around;
};

/** How often which values are: an average hides that some have it bad. */
export function Distribution({ panel, answer, around }: Props) {
  const mode = useMode();
  const draw: DrawChart = useRef(null);
  const { judgedAs } = panel.series[0];
  const data = useMemo(() => {
    const limits = judgedAs && boundsOf(judgedAs, around.limits);
    return pictureOf(answer, limits, mode);
  }, [judgedAs, answer, around, mode]);
  const table = tableOfDistribution(answer);
  const restsOn = answer.series
    .map(({ name, restsOn: count }, i) => `${name}: ${formatCount(count)} ${panel.series[i]?.restsOn ?? ''}`)
    .join(' · ');
  return (
    <PanelShell
      panel={panel}
      around={around}
      ignoredFilters={answer.ignoredFilters}
      isEmpty={answer.series.every((series) => series.restsOn === 0)}
      table={table}
      picture={(palette) => {
        const content = draw.current?.(palette.surface, pixelRatio);
        return content && { content, legend: data.series };
      }}
    >
      <Legend entries={data.series} />
      <Suspense fallback={<div className="chart-place" />}>
        <DistributionChart
          data={data}
          mode={mode}
          label={`${panel.title}. The same figures are in the table below.`}
          draw={draw}
        />
      </Suspense>
      <p className="note">{restsOn}</p>
      <AsTable table={table} label={panel.title} />
    </PanelShell>
  );
}

function pictureOf(
  { unit, bounds, series }: AnswerOf<'distribution'>,
  limits: LimitBounds | undefined,
  mode: Mode,
): DistributionPicture {
  return {
    buckets: boundNames(unit, bounds),
    tones: bucketTones(bounds, limits),
    series: series.map(({ name, counts, restsOn }, i) => ({
      name,
      color: seriesColor(mode, i),
      counts,
      shares: counts.map((count) => (restsOn > 0 ? (100 * count) / restsOn : 0)),
    })),
    format: formatPercent,
  };
}
