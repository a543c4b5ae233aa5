import { useState } from 'react';
import type { SplitNames } from '../../../dashboards/split-names.ts';
import { csvType } from '../../../model/csv/csv.ts';
import { palettes } from '../charts/palette.ts';
import type { About, PictureOf } from '../panels/around.ts';
import { csvOfTable, type PanelTable } from '../tables/panel-table.ts';
import { useMode } from '../theme/mode.ts';
import { filterWords } from '../words/filter-words.ts';
import { makeTimeFormat, viewerZone } from '../words/format-time.ts';
import { useSplitNames } from '../words/split-names.ts';
import { drawPicture } from './picture.ts';
import { fileName, saveFile } from './save-file.ts';

const time = makeTimeFormat(viewerZone);

type Props = {
  readonly title: string;
  readonly about: About;
  readonly table: PanelTable;
  readonly picture?: PictureOf | undefined;
  /** Where the file is made elsewhere, of more than the table has. */
  readonly withoutFile?: true;
};

/** A panel's figures as a file for a spreadsheet, and as a picture for a report. */
export function DownloadPanel({ title, about, table, picture, withoutFile }: Props) {
  const mode = useMode();
  const names = useSplitNames();
  const [failed, setFailed] = useState(false);
  const asCsv = () => saveFile(fileName(title, 'csv'), new Blob([csvOfTable(table)], { type: csvType }));
  const asPng = () => {
    const palette = palettes[mode];
    const drawn = picture?.(palette) ?? { content: table, legend: [] };
    const canvas = drawPicture({ title, notes: notesOf(about, names), ...drawn }, palette);
    canvas.toBlob((blob) => {
      setFailed(blob === null);
      if (blob) saveFile(fileName(title, 'png'), blob);
    }, 'image/png');
  };
  return (
    <span className="downloads">
      {!withoutFile && (
        <button type="button" aria-label={`${title}: download as CSV`} onClick={asCsv}>
          CSV
        </button>
      )}
      <button type="button" aria-label={`${title}: download as PNG`} onClick={asPng}>
        PNG
      </button>
      {failed && <span role="alert">The browser could not make the picture.</span>}
    </span>
  );
}

/** A picture in a report has no page around it that says of when and of what it is. */
function notesOf(about: About, names: SplitNames): string[] {
  const { from, to, view, filters = filterWords(view.chosen, names) } = about;
  const when = from === to ? time.dayAndTime(from) : time.stretch(from, to);
  return [`${when} (${viewerZone})`, ...(filters.length > 0 ? [filters.join(' · ')] : [])];
}
