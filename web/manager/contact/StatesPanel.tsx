import type { ContactAnswer } from '../../../model/query/contacts.ts';
import { Panel } from '../layout/Panel.tsx';
import { contactStateName } from '../words/connect-names.ts';
import { formatDuration, makeTimeFormat, viewerZone } from '../words/format-time.ts';
import { stateName } from './state-lanes.ts';

const time = makeTimeFormat(viewerZone);

/** What the contact's agents were in, from five minutes before it to five minutes after. */
export function StatesPanel({ contact: { states } }: { readonly contact: ContactAnswer['contact'] }) {
  return (
    <Panel
      title="Agents’ states"
      note={states.length > 0 ? 'From 5 minutes before to 5 minutes after.' : undefined}
    >
      {states.length === 0 ? (
        <p className="quiet">No states of its agents are stored around this contact.</p>
      ) : (
        <ol className="events">
          {states.map((state) => (
            <li key={`${state.at} ${state.agent} ${state.event}`}>
              <time dateTime={state.at}>{time.second(state.at)}</time>
              <span>
                {state.agent}: {stateName(state)}
                {state.contactState && `, ${contactStateName(state.contactState).toLowerCase()}`}
              </span>
              <small>{state.seconds === undefined ? '' : formatDuration(state.seconds)}</small>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}
