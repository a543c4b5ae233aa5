import type { LastCheck } from '../../../model/query/last-checks.ts';
import { DownloadPanel } from '../download/DownloadPanel.tsx';
import { Panel } from '../layout/Panel.tsx';
import { Scroll } from '../layout/Scroll.tsx';
import { Failed, Loading } from '../layout/State.tsx';
import { TableHead } from '../layout/TableHead.tsx';
import { GroupName } from '../panels/GroupName.tsx';
import { useLastChecks } from '../queries/use-last-checks.ts';
import { useView } from '../state/use-view.ts';
import { makeTimeFormat, viewerZone } from '../words/format-time.ts';
import { adviceOf, countWords, faultWords, outcomeNames } from './check-words.ts';
import { tableOfChecks } from './table-of-checks.ts';

const time = makeTimeFormat(viewerZone);
const title = 'Agents who would have failed';
/** More than a page is read of; the file has them all. */
const mostShown = 25;

/** Whose last check before a call did not pass, with what to tell IT. */
export function LastChecks() {
  const [view] = useView();
  const { data, error, isPending, isPlaceholderData, refetch } = useLastChecks(view);
  const { checks = [], more = false } = data?.answer ?? {};
  const isChecked = data && Object.values(data.answer.agents).some((count) => count > 0);
  return (
    <Panel
      id="last-checks"
      title={title}
      note={isChecked ? countWords(data.answer) : undefined}
      actions={
        data &&
        checks.length > 0 && (
          <DownloadPanel
            title={title}
            about={{ ...data.answer, view: data.view }}
            table={tableOfChecks(checks)}
          />
        )
      }
    >
      {error && <Failed what="the last checks" error={error} onRetry={() => void refetch()} />}
      {isPending && <Loading what="the last checks" />}
      {data && !isChecked && (
        <p className="quiet">
          No agent was checked in this period. The check runs where its page is opened, or at sign-in.
        </p>
      )}
      {isChecked && checks.length === 0 && <p className="quiet">Everybody could have taken a call.</p>}
      {checks.length > 0 && (
        <div className={isPlaceholderData ? 'outdated' : undefined}>
          <CheckTable checks={checks.slice(0, mostShown)} />
        </div>
      )}
      {checks.length > mostShown && (
        <p className="note">
          The worst {mostShown} of {checks.length}; the file has them all.
        </p>
      )}
      {more && <p className="note">There are more agents: narrow the view to see the others.</p>}
    </Panel>
  );
}

function CheckTable({ checks }: { readonly checks: readonly LastCheck[] }) {
  return (
    <Scroll label={title}>
      <table className="plain checks-table">
        <TableHead names={['Agent', 'Site', 'Last check', 'Outcome', 'What did not pass', 'Tell IT']} />
        <tbody>
          {checks.map((check) => (
            <Row key={check.agent} check={check} />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Row({ check }: { readonly check: LastCheck }) {
  return (
    <tr>
      <th scope="row">
        <GroupName split="agent" value={check.agent} />
      </th>
      <td>
        <GroupName split="site" value={check.site} />
      </td>
      <td>{time.dayAndTime(check.at)}</td>
      <td>
        <span className={check.outcome === 'failed' ? 'value poor' : 'value fair'}>
          {outcomeNames[check.outcome]}
        </span>
      </td>
      <td>{check.faults.map(faultWords).join('; ')}</td>
      <td>{adviceOf(check).join(' ')}</td>
    </tr>
  );
}
