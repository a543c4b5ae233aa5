import { type ReactNode, useState } from 'react';
import { allMeasures, type BreakdownPanel, type Panel } from '../../../dashboards/panels/panel.ts';
import type { AnswerOf } from '../../../model/query/page.ts';
import { tableOfBreakdown } from '../tables/table-of-panel.ts';
import { useSplitNames } from '../words/split-names.ts';
import type { Around } from './around.ts';
import { sortGroups, sortingOf } from './breakdown-rows.ts';
import { FiguresTable } from './FiguresTable.tsx';
import { PanelShell } from './PanelShell.tsx';

type Props = {
  readonly panel: Panel & BreakdownPanel;
  readonly answer: AnswerOf<'breakdown'>;
  readonly around: Around;
  /** Chooses by what to split, where the panel leaves that to the viewer. */
  readonly chooser: ReactNode;
};

/** Which group has it: a row per value, the worst first; a click on a name narrows everything to it. */
export function Breakdown({ panel, answer, around, chooser }: Props) {
  const [sorting, setSorting] = useState(() => sortingOf(panel.orderBy));
  const names = useSplitNames();
  const { by, groups, more } = answer;
  const { orderBy, compare = false } = panel;
  const measures = allMeasures(panel);
  const sorted = sortGroups(groups, measures, sorting);
  return (
    <PanelShell
      panel={panel}
      around={around}
      ignoredFilters={answer.ignoredFilters}
      isEmpty={groups.length === 0}
      table={tableOfBreakdown(panel, { ...answer, groups: sorted }, around.limits, names)}
      actions={panel.by === 'chosen' && chooser}
    >
      <FiguresTable
        label={panel.title}
        split={by}
        groups={groups}
        measures={measures}
        barOf={orderBy}
        limits={around.limits}
        isCompared={compare}
        sorting={sorting}
        onSort={setSorting}
      />
      {more && (
        <p className="note">There are more {names[by].many.toLowerCase()}: narrow the view to see them.</p>
      )}
    </PanelShell>
  );
}
