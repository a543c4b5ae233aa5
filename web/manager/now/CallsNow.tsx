import { Link } from 'wouter';
import type { CallNow, LastWindow, NowAnswer } from '../../../model/query/now.ts';
import { DownloadPanel } from '../download/DownloadPanel.tsx';
import { Panel } from '../layout/Panel.tsx';
import { RatingMark } from '../layout/RatingMark.tsx';
import { Scroll } from '../layout/Scroll.tsx';
import { TableHead } from '../layout/TableHead.tsx';
import { addressOfCall } from '../state/address-of-call.ts';
import type { View } from '../state/view.ts';
import { formatValue, notMeasured } from '../words/format-figure.ts';
import { formatDuration } from '../words/format-time.ts';
import { soundWords } from './sound-words.ts';
import { tableOfCallsNow } from './table-of-calls-now.ts';

type Props = { readonly answer: NowAnswer; readonly view: View };

/** The calls that go on, as they sounded in their last half minute. */
export function CallsNow({ answer: { at, calls, more }, view }: Props) {
  return (
    <Panel
      title="On a call now"
      note="Each direction in its last half minute."
      actions={
        calls.length > 0 && (
          <DownloadPanel
            title="On a call now"
            about={{ from: at, to: at, view }}
            table={tableOfCallsNow(calls, at)}
          />
        )
      }
    >
      {calls.length === 0 ? (
        <p className="quiet">No call goes on. One appears about half a minute after it begins.</p>
      ) : (
        <Scroll label="On a call now">
          <table className="plain">
            <TableHead
              names={['Agent', 'To the agent', 'From the agent', 'Poor so far', 'For', 'Queue', 'Site']}
            />
            <tbody>
              {calls.map((call) => (
                <Row key={`${call.contactId} ${call.agent}`} {...{ call, at, view }} />
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {more && <p className="note">There are more: narrow the view to see the others.</p>}
    </Panel>
  );
}

function Row({ call, at, view }: { readonly call: CallNow; readonly at: string; readonly view: View }) {
  return (
    <tr>
      <th scope="row">
        <Link href={addressOfCall(call, view)}>{call.agent}</Link>
      </th>
      <td>
        <Sound window={call.toAgent} />
      </td>
      <td>
        <Sound window={call.fromAgent} />
      </td>
      <td>{formatValue('percent', call.poorSoFarPercent)}</td>
      <td>{formatDuration((Date.parse(at) - Date.parse(call.startedAt)) / 1000)}</td>
      <td>{call.queue ?? notMeasured}</td>
      <td>{call.site ?? notMeasured}</td>
    </tr>
  );
}

function Sound({ window }: { readonly window: LastWindow | null }) {
  if (!window) return <span className="quiet">Nothing measured yet</span>;
  return (
    <span className="with-reason">
      <RatingMark rating={window.rating} />
      <small>{soundWords(window)}</small>
    </span>
  );
}
