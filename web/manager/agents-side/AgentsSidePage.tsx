import { agentsSide } from '../../../dashboards/pages/agents-side.ts';
import { checksSection } from '../../../dashboards/pages/check-panels.ts';
import { PanelPage } from '../panels/PanelPage.tsx';
import { useParameter } from '../state/use-view.ts';
import { LastChecks } from './LastChecks.tsx';

/** Whether agents could take calls, what they were warned of, and what they say. */
export function AgentsSidePage() {
  const [section] = useParameter('section');
  const isOfChecks = section === null || section === checksSection;
  return <PanelPage page={agentsSide} lead={isOfChecks && <LastChecks />} />;
}
