import Button from '@cloudscape-design/components/button';
import { mostCallsInFile, useAllCalls } from '../queries/use-all-calls.ts';
import type { Listing } from '../queries/use-calls.ts';
import type { View } from '../state/view.ts';
import { formatCount } from '../words/format-figure.ts';
import { csvOfCalls } from './csv-of-calls.ts';

type Props = { readonly view: View; readonly listing: Listing; readonly total: number };

/** The list as a file: all its pages, in its order. */
export function DownloadCalls({ view, listing, total }: Props) {
  const { mutateAsync, isPending, error } = useAllCalls(view, listing);
  const download = async () => save(csvOfCalls(await mutateAsync()));
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

function save(csv: string): void {
  const url = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `calls-${new Date().toISOString().slice(0, 16).replaceAll(':', '')}.csv`;
  link.click();
  // Not at once: the download begins after this.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
