import type { DataHealth } from '../../../model/query/health.ts';
import { Panel } from '../layout/Panel.tsx';
import { Scroll } from '../layout/Scroll.tsx';
import { TableHead } from '../layout/TableHead.tsx';
import { formatCount } from '../words/format-figure.ts';
import { makeTimeFormat, viewerZone } from '../words/format-time.ts';
import { DownloadHealth } from './DownloadHealth.tsx';
import { UnknownPart } from './Facts.tsx';
import { tableOfVersions } from './health-tables.ts';

const time = makeTimeFormat(viewerZone);

/** Which versions of the agents' page are in use: tabs stay open for days after an upgrade. */
export function PageVersionsPanel({ data, at }: { readonly data: DataHealth | null; readonly at: string }) {
  return (
    <Panel
      title="Page versions in use"
      note="In the last 24 hours. Agents get the new one when they load the page again."
      actions={data && <DownloadHealth title="Page versions" at={at} table={tableOfVersions(data)} />}
    >
      {data === null && <UnknownPart what="the search service" />}
      {data?.pageVersions.length === 0 && <p className="quiet">No page has sent anything.</p>}
      {data && data.pageVersions.length > 0 && (
        <Scroll label="Page versions">
          <table className="plain">
            <TableHead names={['Version', 'Agents', 'Last seen']} />
            <tbody>
              {data.pageVersions.map(({ version, agents, newest }) => (
                <tr key={version}>
                  <th scope="row">{version}</th>
                  <td>{formatCount(agents)}</td>
                  <td>{time.dayAndTime(newest)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </Panel>
  );
}
