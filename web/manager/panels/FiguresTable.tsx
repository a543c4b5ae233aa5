import Button from '@cloudscape-design/components/button';
import { useState } from 'react';
import { judgeFigure } from '../../../dashboards/judge-figure.ts';
import type { Measure } from '../../../dashboards/measures/measure.ts';
import type { QualityLimits } from '../../../model/quality/limits.ts';
import type { Split } from '../../../model/query/split.ts';
import { Explained } from '../layout/Explained.tsx';
import { Scroll } from '../layout/Scroll.tsx';
import { SortHeading } from '../layout/SortHeading.tsx';
import { isCount } from '../tables/measure-column.ts';
import { formatCount, formatFigure } from '../words/format-figure.ts';
import { useSplitNames } from '../words/split-names.ts';
import { type Group, mostOf, newGroups, type Sorting, sortGroups, sortingOf } from './breakdown-rows.ts';
import { ChangeNote } from './ChangeNote.tsx';
import { GroupName } from './GroupName.tsx';
import { TooFewNote } from './TooFewNote.tsx';

const shownAtFirst = 12;

type Props = {
  readonly label: string;
  readonly split: Split;
  readonly groups: readonly Group[];
  readonly measures: readonly Measure[];
  /** The measure that has bars, and that says who is too few. */
  readonly barOf: Measure;
  readonly limits: QualityLimits;
  /** Whether the groups have a period before to be compared with. */
  readonly isCompared: boolean;
  readonly sorting: Sorting;
  readonly onSort: (sorting: Sorting) => void;
};

/** A row per group, a column per measure, each figure with the count that it rests on. */
export function FiguresTable(props: Props) {
  const { label, split, groups, measures, barOf, limits, isCompared, sorting, onSort } = props;
  const names = useSplitNames();
  const [isOpen, setOpen] = useState(false);
  const sorted = sortGroups(groups, measures, sorting);
  const shown = isOpen ? sorted : sorted.slice(0, shownAtFirst);
  const added = isCompared ? newGroups(groups) : new Set<string>();
  const most = mostOf(barOf, groups);
  /** Another click turns the order around. */
  const sortBy = (atFirst: Sorting) => {
    const isSorted = sorting.id === atFirst.id;
    const { isDescending } = sorting;
    return {
      order: isSorted ? (isDescending ? ('descending' as const) : ('ascending' as const)) : undefined,
      onSort: () => onSort(isSorted ? { id: atFirst.id, isDescending: !isDescending } : atFirst),
    };
  };
  return (
    <>
      <Scroll label={label}>
        <table className="plain figures-table">
          <thead>
            <tr>
              <SortHeading name={names[split].one} {...sortBy({ id: 'name', isDescending: false })} />
              {measures.map((measure) => (
                <SortHeading key={measure.id} name={measure.name} {...sortBy(sortingOf(measure))}>
                  <Explained measure={measure} />
                </SortHeading>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((group) => (
              <tr key={group.key ?? ''}>
                <th scope="row">
                  <GroupName
                    split={split}
                    value={group.key}
                    of={barOf.index === 'connect-contacts' ? 'contacts' : 'calls'}
                  />
                  {group.key !== null && added.has(group.key) && <span className="badge">new</span>}
                </th>
                {measures.map((measure) => (
                  <Cell
                    key={measure.id}
                    {...{ measure, group, limits, isCompared }}
                    most={measure === barOf ? most : 0}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {groups.length > shownAtFirst && (
        <Button variant="inline-link" ariaExpanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Show fewer' : `Show all ${groups.length}`}
        </Button>
      )}
      <TooFewNote measure={barOf} counts={groups.map(({ now }) => now[barOf.id]?.restsOn ?? 0)} />
    </>
  );
}

type CellProps = {
  readonly measure: Measure;
  readonly group: Group;
  readonly limits: QualityLimits;
  readonly isCompared: boolean;
  /** What a full bar stands for; no bar where it is 0. */
  readonly most: number;
};

function Cell({ measure, group, limits, isCompared, most }: CellProps) {
  const figure = group.now[measure.id];
  const tone = measure.limits ? judgeFigure(measure, figure, limits) : '';
  return (
    <td>
      <span className={`figure ${tone}`}>
        {formatFigure(measure, figure)}
        {!isCount(measure) && <small>of {formatCount(figure?.restsOn ?? 0)}</small>}
        {isCompared && <ChangeNote measure={measure} now={figure} before={group.before?.[measure.id]} />}
      </span>
      {most > 0 && (
        <span className="bar" aria-hidden="true">
          <i className={tone} style={{ width: `${Math.min(100, (100 * (figure?.value ?? 0)) / most)}%` }} />
        </span>
      )}
    </td>
  );
}
