import type { ContactAnswer } from '../../../model/query/contacts.ts';
import { DownloadPanel } from '../download/DownloadPanel.tsx';
import type { PictureOf } from '../panels/around.ts';
import { everything } from '../state/view.ts';
import type { PanelTable } from '../tables/panel-table.ts';

type Props = {
  readonly title: string;
  readonly contact: ContactAnswer['contact'];
  readonly table: PanelTable;
  readonly picture?: PictureOf;
};

/** What a panel of one contact says, as files: they say of which contact and of when. */
export function DownloadOfContact({ title, contact, table, picture }: Props) {
  const { contactId, initiatedAt, disconnectedAt = initiatedAt } = contact;
  return (
    <DownloadPanel
      title={`${title}: contact ${contactId}`}
      about={{ from: initiatedAt, to: disconnectedAt, view: everything }}
      table={table}
      picture={picture}
    />
  );
}
