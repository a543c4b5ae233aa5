import { calls } from '../measures/calls.ts';
import {
  confirmedReports,
  reportedCalls,
  reportedClean,
  reportedPoor,
  reportedSymptoms,
  unreportedPoor,
} from '../measures/problems.ts';
import { warnedCalls, warningsShown } from '../measures/warnings.ts';
import type { Panel } from '../panels/panel.ts';

const agreement = [reportedCalls, reportedPoor, reportedClean, unreportedPoor, confirmedReports];

/** What agents report beside what was measured, and what they were warned of. */
export const problemPanels: readonly Panel[] = [
  {
    id: 'reported',
    title: 'What agents report, beside what was measured',
    means: 'Whether agents and figures find the same calls bad.',
    kind: 'figures',
    measures: agreement,
  },
  {
    id: 'reported-symptoms',
    title: 'What agents report',
    means: 'By symptom; a call may have several.',
    kind: 'figures',
    measures: reportedSymptoms,
  },
  {
    id: 'reported-groups',
    title: 'Reports by group',
    means: 'Where agents report the most calls, and how many of them were measured to be poor.',
    kind: 'breakdown',
    by: 'chosen',
    measures: [calls, ...agreement, warnedCalls],
    orderBy: reportedCalls,
  },
  {
    id: 'warnings',
    title: 'What agents were warned of',
    means: 'Calls by the warnings that the agents’ page showed during them.',
    kind: 'figures',
    measures: [warnedCalls, ...warningsShown],
  },
];
