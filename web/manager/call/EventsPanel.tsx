import type { CallAnswer } from '../../../model/query/call.ts';
import { Panel } from '../layout/Panel.tsx';
import { formatDuration, makeTimeFormat, viewerZone } from '../words/format-time.ts';
import { DownloadOfCall } from './DownloadOfCall.tsx';
import { happenings, tableOfHappenings } from './happenings.ts';

const time = makeTimeFormat(viewerZone);

/** What happened to the call, and what the agent API refused meanwhile. */
export function EventsPanel({ answer: { call, apiFailures } }: { readonly answer: CallAnswer }) {
  const entries = happenings(call, apiFailures);
  return (
    <Panel
      title="What happened"
      actions={
        entries.length > 0 && (
          <DownloadOfCall title="What happened" call={call} table={tableOfHappenings(entries)} />
        )
      }
    >
      {entries.length === 0 ? (
        <p className="quiet">No events arrived for this call.</p>
      ) : (
        <ol className="events">
          {entries.map(({ at, text, isFailure, afterSeconds }) => (
            <li key={`${at} ${text}`} className={isFailure ? 'failure' : ''}>
              <time dateTime={at}>{time.second(at)}</time>
              <span>{text}</span>
              <small>+{formatDuration(afterSeconds)}</small>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}
