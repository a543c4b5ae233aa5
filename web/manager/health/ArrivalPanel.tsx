import type { Health } from '../../../model/query/health.ts';
import { Panel } from '../layout/Panel.tsx';
import { Scroll } from '../layout/Scroll.tsx';
import { TableHead } from '../layout/TableHead.tsx';
import { formatSpan } from '../words/format-amount.ts';
import { formatCount } from '../words/format-figure.ts';
import { DownloadHealth } from './DownloadHealth.tsx';
import { Facts, Unknown, UnknownPart } from './Facts.tsx';
import { tableOfNewest } from './health-tables.ts';

type Props = { readonly health: Pick<Health, 'agents' | 'data' | 'at'> };

/** Whether data come while agents are there to send them. */
export function ArrivalPanel({ health: { agents, data, at } }: Props) {
  const ago = (then: string | null) =>
    then === null ? null : `${formatSpan((Date.parse(at) - Date.parse(then)) / 1000)} ago`;
  return (
    <Panel
      title="Do data come?"
      note="Whether agents are online is looked at every five minutes."
      actions={data && <DownloadHealth title="Newest data" at={at} table={tableOfNewest(data)} />}
    >
      <Facts
        facts={[
          { name: 'Agents online in Connect', value: countOrNull(agents?.online) },
          { name: 'Online, but nothing came for', value: spanOrNull(agents?.silenceSeconds) },
          { name: 'Looked at', value: ago(agents?.at ?? null) ?? 'not in the last quarter of an hour' },
        ]}
      />
      {data === null ? (
        <UnknownPart what="the search service" />
      ) : (
        <Scroll label="Newest data">
          <table className="plain">
            <TableHead names={['Kind of document', 'Newest came']} />
            <tbody>
              {data.newest.map(({ kind, at: then }) => (
                <tr key={kind}>
                  <th scope="row">{kind}</th>
                  <td>{ago(then) ?? <span className="quiet">none in a week</span>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </Panel>
  );
}

function countOrNull(count: number | null | undefined) {
  return typeof count === 'number' ? formatCount(count) : <Unknown />;
}

function spanOrNull(seconds: number | null | undefined) {
  return typeof seconds === 'number' ? formatSpan(seconds) : <Unknown />;
}
