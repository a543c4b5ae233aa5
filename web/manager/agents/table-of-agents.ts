import { agentMeasures } from '../../../dashboards/measures/lists.ts';
import type { QualityLimits } from '../../../model/quality/limits.ts';
import type { AgentStateNow } from '../../../model/query/agent-states.ts';
import type { AgentFigures } from '../../../model/query/agents.ts';
import { cellOf, columnOf } from '../tables/measure-column.ts';
import { type PanelTable, type TableCell, textCell } from '../tables/panel-table.ts';
import { notMeasured } from '../words/format-figure.ts';
import { valueName } from '../words/value-name.ts';
import { agentStateName } from './agent-state-words.ts';
import { comparisonWords, verdictWords } from './comparison-words.ts';

/**
 * A row per agent.
 *
 * @param states what agents are in now, by name; without any there is no such column
 */
export function tableOfAgents(
  agents: readonly AgentFigures[],
  limits: QualityLimits,
  states: ReadonlyMap<string, AgentStateNow>,
): PanelTable {
  const hasStates = states.size > 0;
  return {
    columns: [
      { name: 'Agent' },
      { name: 'Routing profile' },
      ...(hasStates ? [{ name: 'Now' }] : []),
      { name: 'Beside the peers' },
      { name: 'Peers: poor calls' },
      { name: 'Beside the own past' },
      { name: 'Own past: poor calls' },
      ...agentMeasures.map((measure) => columnOf(measure)),
    ],
    rows: agents.map(({ agent, routingProfile, peers, ownPast, now }) => [
      textCell(agent),
      textCell(valueName('routingProfile', routingProfile)),
      ...(hasStates ? [stateCell(states.get(agent))] : []),
      textCell(verdictWords[peers.verdict]),
      textCell(comparisonWords(peers)),
      textCell(verdictWords[ownPast.verdict]),
      textCell(comparisonWords(ownPast)),
      ...agentMeasures.map((measure) => cellOf(measure, now[measure.id], limits)),
    ]),
  };
}

function stateCell(state: AgentStateNow | undefined): TableCell {
  return state ? textCell(agentStateName(state)) : { text: notMeasured, value: undefined };
}
