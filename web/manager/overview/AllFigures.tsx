import Select from '@cloudscape-design/components/select';
import { type ReactNode, useState } from 'react';
import { poorCalls } from '../../../dashboards/measures/calls.ts';
import { callMeasures } from '../../../dashboards/measures/lists.ts';
import type { Breakdown } from '../../../model/query/overview.ts';
import { DownloadPanel } from '../download/DownloadPanel.tsx';
import { Panel } from '../layout/Panel.tsx';
import { Failed, Loading } from '../layout/State.tsx';
import { sortGroups, sortingOf } from '../panels/breakdown-rows.ts';
import { FiguresTable } from '../panels/FiguresTable.tsx';
import { useFigures } from '../queries/use-figures.ts';
import { useParameter, useView } from '../state/use-view.ts';
import { tableOfBreakdown } from '../tables/table-of-panel.ts';
import { useSplitNames } from '../words/split-names.ts';
import type { ShownOverview } from './shown-overview.ts';

/** Every measure of every value of one dimension. */
export function AllFigures({ overview }: { readonly overview: ShownOverview }) {
  const [by, setBy] = useParameter('by');
  const names = useSplitNames();
  const shown = overview.breakdowns.filter(({ groups }) => groups.length > 0);
  const breakdown = shown.find(({ dimension }) => dimension === by) ?? shown[0];
  if (!breakdown) return null;
  const options = shown.map(({ dimension }) => ({ value: dimension, label: names[dimension].many }));
  return (
    <Figures
      dimension={breakdown.dimension}
      overview={overview}
      chooser={
        <Select
          selectedOption={options.find(({ value }) => value === breakdown.dimension) ?? null}
          options={options}
          onChange={({ detail }) => setBy(detail.selectedOption.value ?? null)}
          ariaLabel="Split all figures by"
        />
      }
    />
  );
}

type Props = {
  readonly dimension: Breakdown['dimension'];
  readonly overview: ShownOverview;
  readonly chooser: ReactNode;
};

/** Asked for when they are shown: all measures of all dimensions would make everything else wait. */
function Figures({ dimension, overview, chooser }: Props) {
  const [view] = useView();
  const names = useSplitNames();
  const [sorting, setSorting] = useState(sortingOf(poorCalls));
  const { data, error, isPending, isPlaceholderData, refetch } = useFigures(view, dimension);
  const label = `Figures by ${names[dimension].one.toLowerCase()}`;
  const groups = (data?.answer.groups ?? []).map(({ key, figures }) => ({ key, now: figures, before: null }));
  const table = tableOfBreakdown(
    { measures: callMeasures, orderBy: poorCalls },
    { by: dimension, groups: sortGroups(groups, callMeasures, sorting) },
    overview.limits,
    names,
  );
  return (
    <Panel
      title="All figures"
      note="Averages over calls; the count that a figure rests on is below it."
      actions={
        <>
          {chooser}
          {data && <DownloadPanel title={label} about={overview} table={table} />}
        </>
      }
    >
      {error && <Failed what="all figures" error={error} onRetry={() => void refetch()} />}
      {isPending && <Loading what="all figures" />}
      {data && (
        <div className={isPlaceholderData ? 'outdated' : undefined} aria-busy={isPlaceholderData}>
          <FiguresTable
            label={label}
            split={dimension}
            groups={groups}
            measures={callMeasures}
            barOf={poorCalls}
            limits={overview.limits}
            isCompared={false}
            sorting={sorting}
            onSort={setSorting}
          />
        </div>
      )}
    </Panel>
  );
}
