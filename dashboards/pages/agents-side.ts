import type { Page } from '../panels/panel.ts';
import { checkPanels } from './check-panels.ts';
import { problemPanels } from './problem-panels.ts';
import { troublePanels } from './trouble-panels.ts';
import { warningPanels } from './warning-panels.ts';

/** Whether agents could take calls, what they were warned of, and what they say. */
export const agentsSide: Page = {
  id: 'agents-side',
  title: 'The agents’ side',
  means:
    'What checks before the first call found, what kept agents from the next one, what they were warned of during calls and what they say of them.',
  by: [
    'site',
    'agent',
    'routingProfile',
    'level1',
    'level2',
    'level3',
    'level4',
    'level5',
    'network',
    'browser',
    'os',
  ],
  panels: [...checkPanels, ...troublePanels, ...warningPanels, ...problemPanels],
};
