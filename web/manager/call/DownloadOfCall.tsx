import type { CallDetail } from '../../../model/query/call.ts';
import { DownloadPanel } from '../download/DownloadPanel.tsx';
import { everything } from '../state/view.ts';
import type { PanelTable } from '../tables/panel-table.ts';

type Props = { readonly title: string; readonly call: CallDetail; readonly table: PanelTable };

/** What a panel of one call says, as files: they say of whose call and of when. */
export function DownloadOfCall({ title, call, table }: Props) {
  const { agent, startedAt, endedAt = startedAt } = call;
  return (
    <DownloadPanel
      title={`${title}: call of ${agent}`}
      about={{ from: startedAt, to: endedAt, view: everything }}
      table={table}
    />
  );
}
