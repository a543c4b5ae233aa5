import type { AgentStateNow } from '../../../model/query/agent-states.ts';
import { type PanelTable, textCell } from '../tables/panel-table.ts';
import { notMeasured } from '../words/format-figure.ts';
import { valueName } from '../words/value-name.ts';
import { agentStateName, agentStateSince } from './agent-state-words.ts';

/** A row per agent: what each is in now. */
export function tableOfStates(states: readonly AgentStateNow[], at: string): PanelTable {
  return {
    columns: [{ name: 'Agent' }, { name: 'Routing profile' }, { name: 'Now' }, { name: 'Since' }],
    rows: states.map((state) => [
      textCell(state.agent),
      textCell(valueName('routingProfile', state.routingProfile)),
      textCell(agentStateName(state)),
      {
        text: agentStateSince(state, at) || notMeasured,
        value: state.since ?? (state.signedIn ? undefined : state.heardAt),
      },
    ]),
  };
}
