import { calls } from '../measures/calls.ts';
import {
  confirmedReports,
  reportedCalls,
  reportedGood,
  reportedMeasured,
  reportedSymptoms,
  unreportedPoor,
} from '../measures/problems.ts';
import type { Panel } from '../panels/panel.ts';

const section = 'After calls';
const ofReports = [reportedCalls, reportedMeasured, reportedGood, confirmedReports];

/** What agents report beside what was measured. */
export const agreementPanel: Panel = {
  id: 'reported',
  title: 'What agents report, beside what was measured',
  means: 'Whether agents and figures find the same calls bad.',
  kind: 'figures',
  measures: [...ofReports, unreportedPoor],
};

/** The same in more detail. */
export const problemPanels: readonly Panel[] = [
  { ...agreementPanel, section },
  {
    id: 'reported-symptoms',
    section,
    title: 'What agents report',
    means: 'By symptom; a call may have several.',
    kind: 'figures',
    measures: reportedSymptoms,
  },
  {
    id: 'agreement',
    section,
    title: 'Agreement by symptom',
    means:
      'Of the calls with each symptom, how many were measured to be poor or fair or warned of the same, and how many had good figures.',
    kind: 'breakdown',
    by: 'symptom',
    measures: ofReports,
    orderBy: reportedCalls,
  },
  {
    id: 'reported-groups',
    section,
    title: 'Reports by group',
    means:
      'Where agents report the most calls, how many of them were measured, and how many poor calls nobody reported.',
    kind: 'breakdown',
    by: 'chosen',
    measures: [calls, ...ofReports, unreportedPoor],
    orderBy: reportedCalls,
  },
];
