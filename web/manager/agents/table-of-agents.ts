import { agentMeasures } from '../../../dashboards/measures/lists.ts';
import type { QualityLimits } from '../../../model/quality/limits.ts';
import type { AgentFigures } from '../../../model/query/agents.ts';
import { cellOf, columnOf } from '../tables/measure-column.ts';
import { type PanelTable, textCell } from '../tables/panel-table.ts';
import { valueName } from '../words/value-name.ts';
import { comparisonWords, verdictWords } from './comparison-words.ts';

/** A row per agent. */
export function tableOfAgents(agents: readonly AgentFigures[], limits: QualityLimits): PanelTable {
  return {
    columns: [
      { name: 'Agent' },
      { name: 'Routing profile' },
      { name: 'Beside the peers' },
      { name: 'Peers: poor calls' },
      { name: 'Beside the own past' },
      { name: 'Own past: poor calls' },
      ...agentMeasures.map((measure) => columnOf(measure)),
    ],
    rows: agents.map(({ agent, routingProfile, peers, ownPast, now }) => [
      textCell(agent),
      textCell(valueName('routingProfile', routingProfile)),
      textCell(verdictWords[peers.verdict]),
      textCell(comparisonWords(peers)),
      textCell(verdictWords[ownPast.verdict]),
      textCell(comparisonWords(ownPast)),
      ...agentMeasures.map((measure) => cellOf(measure, now[measure.id], limits)),
    ]),
  };
}
