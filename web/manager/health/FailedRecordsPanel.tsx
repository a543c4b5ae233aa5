import type { FailedRecordsHealth } from '../../../model/query/health.ts';
import { Panel } from '../layout/Panel.tsx';
import { Scroll } from '../layout/Scroll.tsx';
import { TableHead } from '../layout/TableHead.tsx';
import { formatCount } from '../words/format-figure.ts';
import { makeTimeFormat, viewerZone } from '../words/format-time.ts';
import { DownloadHealth } from './DownloadHealth.tsx';
import { Unknown, UnknownPart } from './Facts.tsx';
import { tableOfFailedRecords } from './health-tables.ts';

const time = makeTimeFormat(viewerZone);

/** What could never be stored, and why. */
export function FailedRecordsPanel({
  records,
  at,
}: {
  readonly records: FailedRecordsHealth | null;
  readonly at: string;
}) {
  return (
    <Panel
      title="Failed records"
      note={records ? countOf(records) : undefined}
      actions={
        records && <DownloadHealth title="Failed records" at={at} table={tableOfFailedRecords(records)} />
      }
    >
      {records === null && <UnknownPart what="the bucket" />}
      {records && records.newest.length > 0 && (
        <Scroll label="Failed records">
          <table className="plain">
            <TableHead names={['The newest', 'Of', 'Why']} />
            <tbody>
              {records.newest.map(({ at: then, key, reason }) => (
                <tr key={key}>
                  <td>{time.dayAndTime(then)}</td>
                  <td>{folderOf(key)}</td>
                  <td>{reason ?? <Unknown />}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </Panel>
  );
}

/** What a record was for, without its id. */
function folderOf(key: string): string {
  return key.slice(0, key.lastIndexOf('/'));
}

function countOf({ count, more }: FailedRecordsHealth): string {
  if (count === 0) return 'None wait in the bucket.';
  if (more) return `More than ${formatCount(count)} wait in the bucket.`;
  return count === 1 ? '1 waits in the bucket.' : `${formatCount(count)} wait in the bucket.`;
}
