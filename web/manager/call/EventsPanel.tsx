import type { CallAnswer } from '../../../model/query/call.ts';
import { Panel } from '../layout/Panel.tsx';
import { formatDuration, makeTimeFormat, viewerZone } from '../words/format-time.ts';
import { eventName } from '../words/names.ts';

const time = makeTimeFormat(viewerZone);

/** What happened to the call, and what the agent API refused meanwhile. */
export function EventsPanel({ answer: { call, apiFailures } }: { readonly answer: CallAnswer }) {
  const began = Date.parse(call.startedAt);
  const entries = [
    ...call.events.map(({ at, type }) => ({ at, text: eventName(type), isFailure: false })),
    ...apiFailures.map(({ at, name, httpStatus, errorType }) => ({
      at,
      text: `${name} failed: ${[httpStatus, errorType].filter(Boolean).join(' ') || 'no answer'}`,
      isFailure: true,
    })),
  ].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return (
    <Panel title="What happened">
      {entries.length === 0 ? (
        <p className="quiet">No events arrived for this call.</p>
      ) : (
        <ol className="events">
          {entries.map(({ at, text, isFailure }) => (
            <li key={`${at} ${text}`} className={isFailure ? 'failure' : ''}>
              <time dateTime={at}>{time.second(at)}</time>
              <span>{text}</span>
              <small>+{formatDuration((Date.parse(at) - began) / 1000)}</small>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}
