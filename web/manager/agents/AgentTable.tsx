import Button from '@cloudscape-design/components/button';
import { useState } from 'react';
import { judgeFigure } from '../../../dashboards/judge-figure.ts';
import { poorCalls } from '../../../dashboards/measures/calls.ts';
import { agentMeasures } from '../../../dashboards/measures/lists.ts';
import type { QualityLimits } from '../../../model/quality/limits.ts';
import type { AgentStateNow } from '../../../model/query/agent-states.ts';
import type { AgentFigures, Comparison } from '../../../model/query/agents.ts';
import { Explained } from '../layout/Explained.tsx';
import { Scroll } from '../layout/Scroll.tsx';
import { GroupName } from '../panels/GroupName.tsx';
import { TooFewNote } from '../panels/TooFewNote.tsx';
import { isCount } from '../tables/measure-column.ts';
import { formatCount, formatFigure } from '../words/format-figure.ts';
import { valueName } from '../words/value-name.ts';
import { comparisonWords, verdictWords } from './comparison-words.ts';
import { LastState } from './LastState.tsx';

const shownAtFirst = 25;

/** What agents are in now, by name, and when that was asked. */
type States = { readonly at: string; readonly byAgent: ReadonlyMap<string, AgentStateNow> };

type Props = {
  readonly agents: readonly AgentFigures[];
  readonly limits: QualityLimits;
  /** Absent where no agent’s state is known. */
  readonly states: States | undefined;
};

/** A row per agent: how the share of poor calls is beside others’, and the figures. */
export function AgentTable({ agents, limits, states }: Props) {
  const [isOpen, setOpen] = useState(false);
  const shown = isOpen ? agents : agents.slice(0, shownAtFirst);
  return (
    <>
      <Scroll label="Agents">
        <table className="plain figures-table">
          <thead>
            <tr>
              <th scope="col">Agent</th>
              {states && <th scope="col">Now</th>}
              <th scope="col">
                <Explained measure={poorCalls} />
              </th>
              <th scope="col">Beside the peers</th>
              <th scope="col">Beside the own past</th>
              {others.map((measure) => (
                <th scope="col" key={measure.id}>
                  <Explained measure={measure} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((agent) => (
              <Row key={agent.agent} agent={agent} limits={limits} states={states} />
            ))}
          </tbody>
        </table>
      </Scroll>
      {agents.length > shownAtFirst && (
        <Button variant="inline-link" ariaExpanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Show fewer' : `Show all ${agents.length}`}
        </Button>
      )}
      <TooFewNote measure={poorCalls} counts={shown.map(({ now }) => now[poorCalls.id]?.restsOn ?? 0)} />
    </>
  );
}

const others = agentMeasures.filter((measure) => measure !== poorCalls);

function Row({
  agent: { agent, routingProfile, now, peers, ownPast },
  limits,
  states,
}: {
  readonly agent: AgentFigures;
} & Pick<Props, 'limits' | 'states'>) {
  const cell = (measure: (typeof agentMeasures)[number]) => {
    const figure = now[measure.id];
    return (
      <td key={measure.id}>
        <span className={`figure ${measure.limits ? judgeFigure(measure, figure, limits) : ''}`}>
          {formatFigure(measure, figure)}
          {!isCount(measure) && <small>of {formatCount(figure?.restsOn ?? 0)}</small>}
        </span>
      </td>
    );
  };
  return (
    <tr>
      <th scope="row">
        <GroupName split="agent" value={agent} />
        <small className="quiet below">{valueName('routingProfile', routingProfile)}</small>
      </th>
      {states && (
        <td>
          <LastState state={states.byAgent.get(agent)} at={states.at} />
        </td>
      )}
      {cell(poorCalls)}
      <Compared comparison={peers} />
      <Compared comparison={ownPast} />
      {others.map(cell)}
    </tr>
  );
}

function Compared({ comparison }: { readonly comparison: Comparison }) {
  const { verdict } = comparison;
  return (
    <td>
      <span className="with-reason">
        <span className={verdict === 'worse' || verdict === 'better' ? `change ${verdict}` : 'quiet'}>
          {verdictWords[verdict]}
        </span>
        <small>{comparisonWords(comparison)}</small>
      </span>
    </td>
  );
}
