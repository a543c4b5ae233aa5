import Select from '@cloudscape-design/components/select';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import { useState } from 'react';
import { dimensionNames } from '../../../dashboards/dimension-names.ts';
import { judgeFigure } from '../../../dashboards/judge-figure.ts';
import { poorCalls } from '../../../dashboards/measures/calls.ts';
import { callMeasures } from '../../../dashboards/measures/lists.ts';
import type { Measure } from '../../../dashboards/measures/measure.ts';
import type { FiguresBy } from '../../../model/query/figures-by.ts';
import type { Breakdown, Overview } from '../../../model/query/overview.ts';
import { Panel } from '../layout/Panel.tsx';
import { Failed, Loading } from '../layout/State.tsx';
import { useFigures } from '../queries/use-figures.ts';
import { useParameter, useView } from '../state/use-view.ts';
import { formatFigure, formatRestsOn } from '../words/format-figure.ts';
import { valueName } from '../words/value-name.ts';

/** Every measure of every value of one dimension. */
export function AllFigures({ overview }: { readonly overview: Overview }) {
  const [by, setBy] = useParameter('by');
  const shown = overview.breakdowns.filter(({ groups }) => groups.length > 0);
  const breakdown = shown.find(({ dimension }) => dimension === by) ?? shown[0];
  if (!breakdown) return null;
  const options = shown.map(({ dimension }) => ({ value: dimension, label: dimensionNames[dimension].many }));
  return (
    <Panel
      title="All figures"
      note="Averages over calls; the count that a figure rests on is below it."
      actions={
        <Select
          selectedOption={options.find(({ value }) => value === breakdown.dimension) ?? null}
          options={options}
          onChange={({ detail }) => setBy(detail.selectedOption.value ?? null)}
          ariaLabel="Split all figures by"
        />
      }
    >
      <Figures dimension={breakdown.dimension} overview={overview} />
    </Panel>
  );
}

type Props = { readonly dimension: Breakdown['dimension']; readonly overview: Overview };
type Group = FiguresBy['groups'][number];

/** Asked for when they are shown: all measures of all dimensions would make everything else wait. */
function Figures({ dimension, overview }: Props) {
  const [view] = useView();
  const [sorting, setSorting] = useState({ id: poorCalls.id, isDescending: true });
  const { data, error, isPending, isPlaceholderData, refetch } = useFigures(view, dimension);
  const columns = columnsOf(dimension, overview);
  return (
    <div className={isPlaceholderData ? 'outdated' : undefined} aria-busy={isPlaceholderData}>
      {error && <Failed what="all figures" error={error} onRetry={() => void refetch()} />}
      {isPending && <Loading what="all figures" />}
      {data && (
        <Table
          variant="embedded"
          items={sorted(data.answer.groups, sorting)}
          trackBy={(group) => group.key ?? ''}
          columnDefinitions={columns}
          sortingColumn={columns.find(({ id }) => id === sorting.id) ?? {}}
          sortingDescending={sorting.isDescending}
          onSortingChange={({ detail }) =>
            setSorting({
              id: String((detail.sortingColumn as { id?: string }).id ?? poorCalls.id),
              isDescending: detail.isDescending ?? false,
            })
          }
          stickyColumns={{ first: 1 }}
          contentDensity="compact"
          ariaLabels={{ tableLabel: `Figures by ${dimensionNames[dimension].one.toLowerCase()}` }}
        />
      )}
    </div>
  );
}

function columnsOf(dimension: keyof typeof dimensionNames, overview: Overview) {
  const name: TableProps.ColumnDefinition<Group> = {
    id: 'name',
    header: dimensionNames[dimension].one,
    cell: (group) => valueName(dimension, group.key),
    isRowHeader: true,
    sortingField: 'name',
    minWidth: 140,
  };
  return [name, ...callMeasures.map((measure) => columnOf(measure, overview))];
}

function columnOf(measure: Measure, overview: Overview): TableProps.ColumnDefinition<Group> {
  return {
    id: measure.id,
    header: <span title={measure.means}>{measure.name}</span>,
    sortingField: measure.id,
    minWidth: 120,
    cell: ({ figures }) => {
      const figure = figures[measure.id];
      return (
        <span className={`figure ${judgeFigure(measure, figure, overview.limits)}`}>
          {formatFigure(measure, figure)}
          {measure.formula.kind !== 'count' && <small>{formatRestsOn(measure, figure)}</small>}
        </span>
      );
    },
  };
}

/** What was not measured comes last either way. */
function sorted(groups: readonly Group[], by: { id: string; isDescending: boolean }): Group[] {
  const direction = by.isDescending ? -1 : 1;
  if (by.id === 'name')
    return [...groups].sort((a, b) => direction * (a.key ?? '').localeCompare(b.key ?? ''));
  const value = (group: Group) => group.figures[by.id]?.value ?? null;
  return [...groups].sort((a, b) => {
    const [x, y] = [value(a), value(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return direction * (x - y);
  });
}
