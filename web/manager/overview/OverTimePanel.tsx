import Select from '@cloudscape-design/components/select';
import { lazy, Suspense, useMemo } from 'react';
import { judgeColumn } from '../../../dashboards/judge-figure.ts';
import { poorCalls } from '../../../dashboards/measures/calls.ts';
import { callMeasures } from '../../../dashboards/measures/lists.ts';
import type { Measure } from '../../../dashboards/measures/measure.ts';
import type { Overview } from '../../../model/query/overview.ts';
import type { OverTime } from '../charts/over-time-option.ts';
import { Explained } from '../layout/Explained.tsx';
import { Panel } from '../layout/Panel.tsx';
import { useParameter, useView } from '../state/use-view.ts';
import { useMode } from '../theme/mode.ts';
import { formatTick, formatValue } from '../words/format-figure.ts';
import { makeTimeFormat, viewerZone } from '../words/format-time.ts';
import { ColumnsAsTable } from './ColumnsAsTable.tsx';

const OverTimeChart = lazy(() =>
  import('../charts/OverTimeChart.tsx').then(({ OverTimeChart }) => ({ default: OverTimeChart })),
);
const time = makeTimeFormat(viewerZone);
/** MOS is a scale of its own, and nothing is more than all. */
const scales = {
  count: { min: 0 },
  milliseconds: { min: 0 },
  mos: { min: 1, max: 4.5 },
  percent: {
    min: 0,
    max: ({ max }: { max: number }) => (max > 80 ? 100 : Math.max(10, Math.ceil(max / 10) * 10)),
  },
} as const;
const options = callMeasures.map((measure) => ({ value: measure.id, label: measure.name }));

/** One measure over time; a click on a column narrows the range to it. */
export function OverTimePanel({ overview }: { readonly overview: Overview }) {
  const [view, setView] = useView();
  const [chosen, choose] = useParameter('measure');
  const mode = useMode();
  const measure = callMeasures.find(({ id }) => id === chosen) ?? poorCalls;
  const data = useMemo(() => overTimeOf(measure, overview), [measure, overview]);
  const pick = (column: number) => {
    const [from, until] = [data.times[column], data.times[column + 1] ?? data.end];
    if (from === undefined) return;
    const iso = (at: number) => new Date(at).toISOString();
    setView({ ...view, range: { kind: 'fixed', from: iso(from), to: iso(until) } });
  };
  return (
    <Panel
      title={<Explained measure={measure}>{measure.name} over time</Explained>}
      note="Click a column to look at that time only."
      actions={
        <Select
          selectedOption={options.find(({ value }) => value === measure.id) ?? null}
          options={options}
          onChange={({ detail }) => choose(detail.selectedOption.value ?? null)}
          ariaLabel="Measure over time"
        />
      }
    >
      <Suspense fallback={<div style={{ height: 280 }} />}>
        <OverTimeChart
          data={data}
          mode={mode}
          label={`${measure.name} over time. The same figures are in the table below.`}
          onPick={pick}
        />
      </Suspense>
      <ColumnsAsTable data={data} onPick={pick} />
    </Panel>
  );
}

function overTimeOf(measure: Measure, { overTime, limits, to }: Overview): OverTime {
  const column = overTime.columns[measure.id] ?? { values: [], restsOn: [] };
  const bounds = measure.limits?.(limits);
  return {
    name: measure.name,
    times: overTime.times.map((at) => Date.parse(at)),
    end: Date.parse(to),
    values: column.values,
    ratings: column.values.map((value, i) =>
      judgeColumn(measure, { value, restsOn: column.restsOn[i] ?? 0 }, limits),
    ),
    asColumns: measure.unit === 'percent' || measure.unit === 'count',
    volumeName: 'Calls',
    volumes: overTime.columns.calls?.restsOn ?? [],
    limits: bounds,
    scale: scales[measure.unit],
    format: (value) => formatValue(measure.unit, value),
    formatTick: (value) => formatTick(measure.unit, value),
    formatTime: (from, to) => time.stretch(new Date(from).toISOString(), new Date(to).toISOString()),
  };
}
