import Select from '@cloudscape-design/components/select';
import { lazy, Suspense, useMemo, useRef } from 'react';
import { fewestInColumn } from '../../../dashboards/judge-figure.ts';
import type { Measure } from '../../../dashboards/measures/measure.ts';
import { allMeasures, type OverTimePanel, type Panel } from '../../../dashboards/panels/panel.ts';
import { notKnown } from '../../../model/query/dimension.ts';
import type { AnswerOf } from '../../../model/query/page.ts';
import type { DrawChart } from '../charts/Chart.tsx';
import { isDrawn, linesHeight } from '../charts/lines-option.ts';
import { pixelRatio } from '../download/picture.ts';
import { Explained } from '../layout/Explained.tsx';
import { columnRange } from '../state/column-range.ts';
import { isNarrowing } from '../state/narrowing.ts';
import { useParameter, useView } from '../state/use-view.ts';
import { narrowTo } from '../state/view.ts';
import { tableOfOverTime } from '../tables/table-of-panel.ts';
import { useMode } from '../theme/mode.ts';
import { splitValueName } from '../words/value-name.ts';
import { AsTable } from './AsTable.tsx';
import type { Around } from './around.ts';
import { Legend } from './Legend.tsx';
import { hasGapsOfFew, linesOf } from './lines-of.ts';
import { NothingDrawn } from './NothingDrawn.tsx';
import { overTimeOf } from './over-time-of.ts';
import { PanelShell } from './PanelShell.tsx';

const OverTimeChart = lazy(async () => ({
  default: (await import('../charts/OverTimeChart.tsx')).OverTimeChart,
}));
const LinesChart = lazy(async () => ({ default: (await import('../charts/LinesChart.tsx')).LinesChart }));

type Props = {
  readonly panel: Panel & OverTimePanel;
  readonly answer: AnswerOf<'overTime'>;
  readonly around: Around;
};

/** Measures over time. With a split one measure at a time, a line per value; a stretch that is dragged over narrows the range. */
export function OverTime({ panel, answer, around }: Props) {
  const [view, setView] = useView();
  const mode = useMode();
  const [wanted, setWanted] = useParameter(panel.id);
  const draw: DrawChart = useRef(null);
  const { split, target } = panel;
  const chosen = panel.measures.find(({ id }) => id === wanted) ?? panel.measures[0];
  const measures = useMemo(() => (split && chosen ? [chosen] : allMeasures(panel)), [split, chosen, panel]);
  const lines = useMemo(
    () => linesOf(split && chosen ? { ...panel, measures: [chosen] } : panel, answer, { ...around, mode }),
    [split, chosen, panel, answer, around, mode],
  );
  const isAlone = !split && measures.length === 1;
  const alone = useMemo(
    () => (isAlone && chosen ? aloneOf(chosen, answer, around, target?.(around.limits)) : undefined),
    [isAlone, chosen, target, answer, around],
  );
  const isAnyDrawn = alone ? alone.values.some((value) => value !== null) : lines.lanes.some(isDrawn);
  const narrow = (from: number, to: number) => {
    const range = columnRange(lines.times, lines.end, from, to);
    if (range) setView({ ...view, range });
  };
  const entries = split
    ? answer.series.map(({ key }, i) => ({
        name: splitValueName(split, key),
        color: lines.lanes[0]?.lines[i]?.color ?? '',
        onPick: isNarrowing(split)
          ? () => setView({ ...view, chosen: narrowTo(view.chosen, split, key ?? notKnown) })
          : undefined,
      }))
    : lines.lanes
        .flatMap((lane) => lane.lines)
        .map(({ name, color }) => ({ name, color, measure: measures.find((one) => one.name === name) }));
  const table = tableOfOverTime({ measures, ...(split ? { split } : {}) }, answer, around.limits);
  const label = `${panel.title}. The same figures are in the table below.`;
  return (
    <PanelShell
      panel={panel}
      around={around}
      ignoredFilters={answer.ignoredFilters}
      isEmpty={answer.series.every(({ columns }) =>
        Object.values(columns).every(({ restsOn }) => restsOn.every((count) => count === 0)),
      )}
      table={table}
      picture={(palette) => {
        const content = draw.current?.(palette.surface, pixelRatio);
        return content && { content, legend: isAlone ? [] : entries };
      }}
      actions={split && <MeasureSelect panel={panel} chosen={chosen} onChoose={setWanted} />}
    >
      {(split || isAlone) && chosen && (
        <p className="note legend-line">
          <Explained measure={chosen} />
        </p>
      )}
      {!isAlone && <Legend entries={entries} />}
      {!isAlone && isAnyDrawn && hasGapsOfFew(lines) && (
        <p className="note">A gap in a line rests on fewer than {fewestInColumn}.</p>
      )}
      <Suspense fallback={<div style={{ height: isAlone ? 280 : linesHeight(lines) }} />}>
        {!isAnyDrawn ? (
          <NothingDrawn hasTooFew={!isAlone && hasGapsOfFew(lines)} />
        ) : alone ? (
          <OverTimeChart data={alone} mode={mode} label={label} onStretch={narrow} draw={draw} />
        ) : (
          <LinesChart data={lines} mode={mode} label={label} onStretch={narrow} draw={draw} />
        )}
      </Suspense>
      <AsTable
        table={table}
        label={panel.title}
        onPick={(row) => {
          const at = lines.times[row];
          if (at !== undefined) narrow(at, at);
        }}
      />
    </PanelShell>
  );
}

function aloneOf(
  measure: Measure,
  { times, series }: AnswerOf<'overTime'>,
  { to, limits }: Around,
  target: number | undefined,
) {
  const column = series[0]?.columns[measure.id];
  const volume = { name: capital(measure.restsOn), counts: column?.restsOn ?? [] };
  return overTimeOf(measure, { times, to, column, volume, target }, limits);
}

type SelectProps = {
  readonly panel: Panel & OverTimePanel;
  readonly chosen: Measure | undefined;
  readonly onChoose: (id: string | null) => void;
};

function MeasureSelect({ panel: { title, measures }, chosen, onChoose }: SelectProps) {
  if (measures.length < 2) return null;
  const options = measures.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Select
      selectedOption={options.find(({ value }) => value === chosen?.id) ?? null}
      options={options}
      onChange={({ detail }) => onChoose(detail.selectedOption.value ?? null)}
      ariaLabel={`${title}: measure`}
    />
  );
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
