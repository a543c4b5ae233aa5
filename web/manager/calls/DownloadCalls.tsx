import Button from '@cloudscape-design/components/button';
import { fileName, saveFile } from '../download/save-file.ts';
import { mostCallsInFile, useAllCalls } from '../queries/use-all-calls.ts';
import type { Listing } from '../queries/use-calls.ts';
import type { View } from '../state/view.ts';
import { csvType } from '../tables/csv.ts';
import { formatCount } from '../words/format-figure.ts';
import { csvOfCalls } from './csv-of-calls.ts';

type Props = { readonly view: View; readonly listing: Listing; readonly total: number };

/** The list as a file: all its pages, in its order. */
export function DownloadCalls({ view, listing, total }: Props) {
  const { mutateAsync, isPending, error } = useAllCalls(view, listing);
  const download = async () => {
    const csv = csvOfCalls(await mutateAsync());
    saveFile(fileName('calls', 'csv'), new Blob([csv], { type: csvType }));
  };
  const isCut = total > mostCallsInFile;
  return (
    <>
      <Button
        iconName="download"
        loading={isPending}
        loadingText="Preparing the file"
        onClick={() => void download().catch(() => undefined)}
      >
        {isCut ? `Download the first ${formatCount(mostCallsInFile)} as CSV` : 'Download CSV'}
      </Button>
      {error && (
        <span className="note" role="alert">
          {error.message}
        </span>
      )}
    </>
  );
}
