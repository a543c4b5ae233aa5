import Select from '@cloudscape-design/components/select';
import { lazy, Suspense, useMemo, useRef } from 'react';
import { poorCalls } from '../../../dashboards/measures/calls.ts';
import { callMeasures } from '../../../dashboards/measures/lists.ts';
import type { Measure } from '../../../dashboards/measures/measure.ts';
import type { Overview } from '../../../model/query/overview.ts';
import type { DrawChart } from '../charts/Chart.tsx';
import type { OverTime } from '../charts/over-time-option.ts';
import { DownloadPanel } from '../download/DownloadPanel.tsx';
import { pixelRatio } from '../download/picture.ts';
import { Explained } from '../layout/Explained.tsx';
import { Panel } from '../layout/Panel.tsx';
import { AsTable } from '../panels/AsTable.tsx';
import { NothingDrawn } from '../panels/NothingDrawn.tsx';
import { overTimeOf } from '../panels/over-time-of.ts';
import { columnRange } from '../state/column-range.ts';
import { useParameter, useView } from '../state/use-view.ts';
import { tableOfOverTime } from '../tables/table-of-panel.ts';
import { useMode } from '../theme/mode.ts';
import type { ShownOverview } from './shown-overview.ts';

const OverTimeChart = lazy(() =>
  import('../charts/OverTimeChart.tsx').then(({ OverTimeChart }) => ({ default: OverTimeChart })),
);
const options = callMeasures.map((measure) => ({ value: measure.id, label: measure.name }));

/** One measure over time; a click on a column narrows the range to it. */
export function OverTimePanel({ overview }: { readonly overview: ShownOverview }) {
  const [view, setView] = useView();
  const [chosen, choose] = useParameter('measure');
  const mode = useMode();
  const draw: DrawChart = useRef(null);
  const measure = callMeasures.find(({ id }) => id === chosen) ?? poorCalls;
  const data = useMemo(() => dataOf(measure, overview), [measure, overview]);
  const { times, columns } = overview.overTime;
  const table = tableOfOverTime(
    { measures: [measure] },
    { times, series: [{ key: null, columns }] },
    overview.limits,
  );
  const narrow = (from: number, to: number) => {
    const range = columnRange(data.times, data.end, from, to);
    if (range) setView({ ...view, range });
  };
  return (
    <Panel
      title={<Explained measure={measure}>{measure.name} over time</Explained>}
      note="Click a column, or drag over several, to look at that time only."
      actions={
        <>
          <Select
            selectedOption={options.find(({ value }) => value === measure.id) ?? null}
            options={options}
            onChange={({ detail }) => choose(detail.selectedOption.value ?? null)}
            ariaLabel="Measure over time"
          />
          <DownloadPanel
            title={`${measure.name} over time`}
            about={overview}
            table={table}
            picture={(palette) => {
              const content = draw.current?.(palette.surface, pixelRatio);
              return content && { content, legend: [] };
            }}
          />
        </>
      }
    >
      <Suspense fallback={<div style={{ height: 280 }} />}>
        {data.values.every((value) => value === null) ? (
          <NothingDrawn hasTooFew={false} />
        ) : (
          <OverTimeChart
            data={data}
            mode={mode}
            label={`${measure.name} over time. The same figures are in the table below.`}
            onStretch={narrow}
            draw={draw}
          />
        )}
      </Suspense>
      <AsTable
        table={table}
        label={`${measure.name} over time`}
        onPick={(row) => {
          const at = data.times[row];
          if (at !== undefined) narrow(at, at);
        }}
      />
    </Panel>
  );
}

function dataOf(measure: Measure, { overTime, limits, to }: Overview): OverTime {
  const volume = { name: 'Calls', counts: overTime.columns.calls?.restsOn ?? [] };
  return overTimeOf(
    measure,
    { times: overTime.times, to, column: overTime.columns[measure.id], volume },
    limits,
  );
}
