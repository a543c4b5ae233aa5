import type { QueueNow } from '../../../model/query/queues-now.ts';
import { DownloadPanel } from '../download/DownloadPanel.tsx';
import { Panel } from '../layout/Panel.tsx';
import { Scroll } from '../layout/Scroll.tsx';
import { Failed, Loading } from '../layout/State.tsx';
import { GroupName } from '../panels/GroupName.tsx';
import { queuesRefreshMillis, useQueuesNow } from '../queries/use-queues-now.ts';
import { useView } from '../state/use-view.ts';
import { isCount } from '../tables/measure-column.ts';
import { formatCount, formatFigure } from '../words/format-figure.ts';
import { makeTimeFormat, viewerZone } from '../words/format-time.ts';
import { pollNotes, whyNothing } from './poll-words.ts';
import { queueColumns, queueFigure } from './queue-columns.ts';
import { soundMeasures, tableOfQueues } from './table-of-queues.ts';

const time = makeTimeFormat(viewerZone);
const title = 'Queues now';

/** How queues stand, as Amazon Connect counts, beside how their calls sound. */
export function QueuesNow() {
  const [view] = useView();
  const { data, error, isPending, refetch } = useQueuesNow(view.chosen);
  const { queues = [], at = '', more = false } = data ?? {};
  const newest = queues
    .map(({ takenAt }) => takenAt)
    .sort()
    .at(-1);
  return (
    <Panel
      id="queues-now"
      title={title}
      note={
        newest
          ? `As Amazon Connect counted at ${time.second(newest)}; calls are those of the last 15 minutes. Again every ${queuesRefreshMillis / 1000} seconds.`
          : undefined
      }
      actions={
        queues.length > 0 && (
          <DownloadPanel title={title} about={{ from: at, to: at, view }} table={tableOfQueues(queues)} />
        )
      }
    >
      {error && <Failed what="how queues stand" error={error} onRetry={() => void refetch()} />}
      {isPending && <Loading what="how queues stand" />}
      {data && queues.length === 0 && <p className="quiet">{whyNothing(data.polls)}</p>}
      {queues.length > 0 && <QueueTable queues={queues} />}
      {more && <p className="note">There are more queues: narrow the view to see the others.</p>}
      {data &&
        pollNotes(data.polls).map((note) => (
          <p className="note" key={note}>
            {note}
          </p>
        ))}
    </Panel>
  );
}

function QueueTable({ queues }: { readonly queues: readonly QueueNow[] }) {
  return (
    <Scroll label={title}>
      <table className="plain figures-table">
        <thead>
          <tr>
            <th scope="col">Queue</th>
            {queueColumns.map(({ name }) => (
              <th scope="col" key={name}>
                {name}
              </th>
            ))}
            {soundMeasures.map(({ id, name }) => (
              <th scope="col" key={id}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {queues.map((queue) => (
            <Row key={`${queue.queueArn} ${queue.channel}`} queue={queue} />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

const channelNames: Readonly<Record<string, string>> = { CHAT: 'Chat', TASK: 'Tasks' };

/** Queues are of voice unless it says otherwise. */
function Row({ queue }: { readonly queue: QueueNow }) {
  const channel = queue.channel === 'VOICE' ? undefined : (channelNames[queue.channel] ?? queue.channel);
  return (
    <tr>
      <th scope="row">
        <GroupName split="queue" value={queue.queue} />
        {channel && <span className="badge">{channel}</span>}
      </th>
      {queueColumns.map((column) => (
        <td key={column.name}>{queueFigure(column, queue)}</td>
      ))}
      {soundMeasures.map((measure) => {
        const figure = queue.sound?.[measure.id];
        return (
          <td key={measure.id}>
            <span className="figure">
              {formatFigure(measure, figure)}
              {!isCount(measure) && figure && <small>of {formatCount(figure.restsOn)}</small>}
            </span>
          </td>
        );
      })}
    </tr>
  );
}
