import Button from '@cloudscape-design/components/button';
import { csvType } from '../../../model/csv/csv.ts';
import { fileName, saveFile } from '../download/save-file.ts';
import { mostRowsInFile, useAllRows } from '../queries/use-all-rows.ts';
import type { Rows } from '../queries/use-rows.ts';
import { formatCount } from '../words/format-figure.ts';
import type { Column } from './column.ts';
import { csvOfList } from './csv-of-list.ts';

type Props<Row> = {
  readonly source: Rows<Row>;
  /** All that there are, whatever is shown. */
  readonly columns: readonly Column<Row>[];
  readonly total: number;
};

/** The list as a file: all its pages, in its order. */
export function DownloadList<Row>({ source, columns, total }: Props<Row>) {
  const { mutateAsync, isPending, error } = useAllRows(source);
  const download = async () => {
    const csv = csvOfList(await mutateAsync(), columns);
    saveFile(fileName(source.path, 'csv'), new Blob([csv], { type: csvType }));
  };
  const isCut = total > mostRowsInFile;
  return (
    <>
      <Button
        iconName="download"
        loading={isPending}
        loadingText="Preparing the file"
        onClick={() => void download().catch(() => undefined)}
      >
        {isCut ? `Download the first ${formatCount(mostRowsInFile)} as CSV` : 'Download CSV'}
      </Button>
      {error && (
        <span className="note" role="alert">
          {error.message}
        </span>
      )}
    </>
  );
}
