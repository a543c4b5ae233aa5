import Button from '@cloudscape-design/components/button';
import { useState } from 'react';
import type { AgentStateNow, AgentStates } from '../../../model/query/agent-states.ts';
import { DownloadPanel } from '../download/DownloadPanel.tsx';
import { Panel } from '../layout/Panel.tsx';
import { Scroll } from '../layout/Scroll.tsx';
import { TableHead } from '../layout/TableHead.tsx';
import { GroupName } from '../panels/GroupName.tsx';
import type { View } from '../state/view.ts';
import { valueName } from '../words/value-name.ts';
import { stateCounts } from './agent-state-words.ts';
import { LastState } from './LastState.tsx';
import { tableOfStates } from './table-of-states.ts';

const shownAtFirst = 25;

type Props = {
  readonly states: AgentStates;
  /** Who is signed in and not in the list of those with calls. */
  readonly others: readonly AgentStateNow[];
  readonly view: View;
};

/** Everybody's last state in a line, and who is signed in without having had a call in the page's time. */
export function StatesOfOthers({ states: { at, agents, more }, others, view }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Panel
      title="Now"
      note={`${stateCounts(agents)}, as Amazon Connect said last.`}
      actions={
        <DownloadPanel
          title="Agents now"
          about={{ from: at, to: at, view }}
          table={tableOfStates(agents, at)}
        />
      }
    >
      {others.length === 0 ? (
        <p className="quiet">Everybody who is signed in had such calls in this time.</p>
      ) : (
        <Scroll label="Signed in, without calls">
          <table className="plain" aria-label="Signed in, without such calls in this time">
            <TableHead names={['Signed in, without such calls in this time', 'Now']} />
            <tbody>
              {(isOpen ? others : others.slice(0, shownAtFirst)).map((state) => (
                <tr key={state.agent}>
                  <th scope="row">
                    <GroupName split="agent" value={state.agent} />
                    <small className="quiet below">{valueName('routingProfile', state.routingProfile)}</small>
                  </th>
                  <td>
                    <LastState state={state} at={at} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {others.length > shownAtFirst && (
        <Button variant="inline-link" ariaExpanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Show fewer' : `Show all ${others.length}`}
        </Button>
      )}
      {more && <p className="note">There are more agents: narrow the view to see the others.</p>}
    </Panel>
  );
}
