import Select from '@cloudscape-design/components/select';
import { DownloadPanel } from '../download/DownloadPanel.tsx';
import { Panel } from '../layout/Panel.tsx';
import { Failed, Loading, Nothing } from '../layout/State.tsx';
import { useTitle } from '../layout/use-title.ts';
import { ViewControls } from '../layout/ViewControls.tsx';
import { PageTitle } from '../panels/PageTitle.tsx';
import { useAgentStates } from '../queries/use-agent-states.ts';
import { useAgents } from '../queries/use-agents.ts';
import { useParameter, useView } from '../state/use-view.ts';
import { AgentTable } from './AgentTable.tsx';
import { type AgentOrder, agentOrders, inOrder } from './agent-rows.ts';
import { StatesOfOthers } from './StatesOfOthers.tsx';
import { tableOfAgents } from './table-of-agents.ts';

const words = {
  title: 'Agents',
  means:
    'Who has worse calls than the others of the same routing profile, and who than before. What may be chance is not called a difference.',
};
const options = agentOrders.map(({ id, name }) => ({ value: id, label: name }));

/** Each agent beside the own past and the peers. */
export function AgentsPage() {
  const [view] = useView();
  const [wanted, setOrder] = useParameter('order');
  const { data, dataUpdatedAt, error, isPending, isPlaceholderData, refetch } = useAgents(view);
  const now = useAgentStates(view.chosen);
  useTitle(words.title);
  const order: AgentOrder = agentOrders.find(({ id }) => id === wanted)?.id ?? 'worst';
  const agents = data ? inOrder(data.answer.agents, order) : [];
  const states = now.data && now.data.agents.length > 0 ? now.data : undefined;
  const byAgent = new Map(states?.agents.map((state) => [state.agent, state]));
  const listed = new Set(agents.map(({ agent }) => agent));
  return (
    <div className="page" aria-busy={isPlaceholderData}>
      <ViewControls about="softphone-calls" />
      <PageTitle page={words} data={data} at={dataUpdatedAt} isLoading={isPlaceholderData} />
      {error && <Failed what="the agents" error={error} onRetry={() => void refetch()} />}
      {isPending && <Loading what="the agents" />}
      {data && agents.length === 0 && (
        <Nothing title="No calls match." hint="Choose a longer time, or take a filter away." />
      )}
      {data && agents.length > 0 && (
        <div className={isPlaceholderData ? 'panels outdated' : 'panels'}>
          <Panel
            title={agents.length === 1 ? '1 agent' : `${agents.length} agents`}
            note="A click on a name narrows everything to that agent."
            actions={
              <>
                <Select
                  selectedOption={options.find(({ value }) => value === order) ?? null}
                  options={options}
                  onChange={({ detail }) => setOrder(detail.selectedOption.value ?? null)}
                  ariaLabel="Order of the agents"
                />
                <DownloadPanel
                  title="Agents"
                  about={{ ...data.answer, view: data.view }}
                  table={tableOfAgents(agents, data.answer.limits, byAgent)}
                />
              </>
            }
          >
            <AgentTable
              agents={agents}
              limits={data.answer.limits}
              states={states && { at: states.at, byAgent }}
            />
            {data.answer.more && <p className="note">Those with the most poor calls; there are more.</p>}
          </Panel>
        </div>
      )}
      {now.error && <Failed what="the agents’ states" error={now.error} onRetry={() => void now.refetch()} />}
      {data && states && (
        <div className="panels">
          <StatesOfOthers
            states={states}
            others={states.agents.filter(({ agent, signedIn }) => signedIn && !listed.has(agent))}
            view={view}
          />
        </div>
      )}
    </div>
  );
}
