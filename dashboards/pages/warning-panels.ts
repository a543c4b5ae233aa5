import { calls, poorCalls } from '../measures/calls.ts';
import {
  dismissedCalls,
  warnedCalls,
  warnedPoor,
  warningsDismissed,
  warningsShown,
} from '../measures/warnings.ts';
import type { Panel } from '../panels/panel.ts';

const section = 'During calls';

/** What the agents' page warned of during calls. */
export const warningPanels: readonly Panel[] = [
  {
    id: 'warnings',
    section,
    title: 'What agents were warned of',
    means: 'Calls by the warnings that the agents’ page showed during them.',
    kind: 'figures',
    measures: [warnedCalls, ...warningsShown],
  },
  {
    id: 'warnings-over-time',
    section,
    title: 'Warnings over time',
    means: 'A line for each of the warnings of most calls.',
    kind: 'overTime',
    measures: [warnedCalls],
    split: 'warning',
  },
  {
    id: 'warning-kinds',
    section,
    title: 'By warning',
    means: 'Calls with each warning, and how many of them were poor as a whole. A call may have several.',
    kind: 'breakdown',
    by: 'warning',
    measures: [warnedCalls, warnedPoor],
    orderBy: warnedCalls,
  },
  {
    id: 'warnings-dismissed',
    section,
    title: 'What agents dismissed',
    means: 'Calls by the warnings that their agents put away: they were read.',
    kind: 'figures',
    measures: [dismissedCalls, ...warningsDismissed],
  },
  {
    id: 'warning-groups',
    section,
    title: 'Warnings by group',
    means: 'Where agents are warned most.',
    kind: 'breakdown',
    by: 'chosen',
    measures: [calls, warnedCalls, dismissedCalls, warnedPoor, poorCalls],
    orderBy: warnedCalls,
  },
];
