import type { Rating } from '../../../model/quality/rating.ts';
import type { SearchHealth } from '../../../model/query/health.ts';
import { Panel } from '../layout/Panel.tsx';
import { RatingMark } from '../layout/RatingMark.tsx';
import { Scroll } from '../layout/Scroll.tsx';
import { TableHead } from '../layout/TableHead.tsx';
import { formatBytes } from '../words/format-amount.ts';
import { formatCount, formatPercent } from '../words/format-figure.ts';
import { DownloadHealth } from './DownloadHealth.tsx';
import { Facts, UnknownPart } from './Facts.tsx';
import { tableOfIndices } from './health-tables.ts';

const ratings: Readonly<Record<SearchHealth['status'], Rating>> = {
  green: 'good',
  yellow: 'fair',
  red: 'poor',
};
const meanings: Readonly<Record<SearchHealth['status'], string>> = {
  green: 'green',
  yellow: 'yellow: some copies are missing, no data are',
  red: 'red: some data cannot be reached',
};

/** The search service: its nodes, its storage, and what it holds. */
export function SearchPanel({ search, at }: { readonly search: SearchHealth | null; readonly at: string }) {
  if (search === null) {
    return (
      <Panel title="Search service">
        <UnknownPart what="the search service" />
      </Panel>
    );
  }
  const { status, nodes, totalBytes, freeBytes, indices } = search;
  return (
    <Panel
      title="Search service"
      actions={<DownloadHealth title="Indices" at={at} table={tableOfIndices(search)} />}
    >
      <Facts
        facts={[
          { name: 'Status', value: <RatingMark rating={ratings[status]} text={meanings[status]} /> },
          { name: 'Nodes', value: formatCount(nodes) },
          {
            name: 'Storage left',
            value: `${formatBytes(freeBytes)} of ${formatBytes(totalBytes)} (${formatPercent((100 * freeBytes) / totalBytes)})`,
          },
        ]}
      />
      <Scroll label="Indices">
        <table className="plain">
          <TableHead names={['Kind', 'Indices', 'Oldest', 'Newest', 'Documents', 'Size']} />
          <tbody>
            {indices.map(({ kind, count, oldest, newest, documents, bytes }) => (
              <tr key={kind}>
                <th scope="row">{kind}</th>
                <td>{formatCount(count)}</td>
                <td>{dateOf(oldest, kind)}</td>
                <td>{dateOf(newest, kind)}</td>
                <td>{formatCount(documents)}</td>
                <td>{formatBytes(bytes)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </Panel>
  );
}

/** What an index's name says beside its kind. */
function dateOf(index: string, kind: string): string {
  return index === kind ? '' : index.slice(kind.length + 1);
}
