import type { ReactNode } from 'react';
import type { Panel as PanelDefinition } from '../../../dashboards/panels/panel.ts';
import { DownloadPanel } from '../download/DownloadPanel.tsx';
import { Panel } from '../layout/Panel.tsx';
import type { PanelTable } from '../tables/panel-table.ts';
import { filterName } from '../words/filter-words.ts';
import { useSplitNames } from '../words/split-names.ts';
import type { Around, PictureOf } from './around.ts';

type Props = {
  readonly panel: PanelDefinition;
  readonly around: Around;
  readonly ignoredFilters: readonly string[];
  readonly isEmpty: boolean;
  readonly table: PanelTable;
  readonly picture?: PictureOf;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

/** What all panels have: a title, what they answer, which filters they cannot follow, and their figures as files. */
export function PanelShell(props: Props) {
  const { panel, around, ignoredFilters, isEmpty, table, picture, actions, children } = props;
  const names = useSplitNames();
  const isPartial = around.partial.includes(panel.id);
  // A file leaves the page that says so.
  const title = isPartial ? `${panel.title} (partial)` : panel.title;
  return (
    <Panel
      id={panel.id}
      isWide={around.wide.has(panel.id)}
      title={panel.title}
      note={panel.means}
      actions={
        <>
          {actions}
          {!isEmpty && <DownloadPanel title={title} about={around} table={table} picture={picture} />}
        </>
      }
    >
      {isPartial && (
        <p className="note partial" role="status">
          <strong>Partial.</strong> Some of the data could not be reached, or not in time: these figures are
          of the rest.
        </p>
      )}
      {ignoredFilters.length > 0 && (
        <p className="note ignored">
          Not narrowed by: {ignoredFilters.map((name) => filterName(name, names)).join(', ')}.
        </p>
      )}
      {isEmpty ? <p className="quiet">Nothing in this time.</p> : children}
    </Panel>
  );
}
