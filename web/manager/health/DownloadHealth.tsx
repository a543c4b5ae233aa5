import { DownloadPanel } from '../download/DownloadPanel.tsx';
import { everything } from '../state/view.ts';
import type { PanelTable } from '../tables/panel-table.ts';

type Props = { readonly title: string; readonly at: string; readonly table: PanelTable };

/** A part of the health as files, as it was at that moment. Nothing where it has no rows. */
export function DownloadHealth({ title, at, table }: Props) {
  if (table.rows.length === 0) return null;
  return <DownloadPanel title={title} about={{ from: at, to: at, view: everything }} table={table} />;
}
